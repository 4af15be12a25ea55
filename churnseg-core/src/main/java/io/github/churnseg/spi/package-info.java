/** What a kind of model must give so that it can be saved and loaded. */
@NullMarked
package io.github.churnseg.spi;

import org.jspecify.annotations.NullMarked;

/** The purchase log, the loaders that read it, and the report of what they kept and refused. */
@NullMarked
package io.github.churnseg.data;

import org.jspecify.annotations.NullMarked;

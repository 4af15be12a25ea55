/** Model files: the zip, its JSON, its arrays and its seal. No part of the API. */
@NullMarked
package io.github.churnseg.internal.modelfile;

import org.jspecify.annotations.NullMarked;

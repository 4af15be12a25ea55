/** The ports that groups are made through, and the nouns that go in and out of them. */
@NullMarked
package io.github.churnseg.model;

import org.jspecify.annotations.NullMarked;

/** Classifiers of customers: trained once, then scored in plain Java from any thread. */
@NullMarked
package io.github.churnseg.classify;

import org.jspecify.annotations.NullMarked;

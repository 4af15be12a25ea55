/** One row a customer: named columns, and the port that derives them from a purchase log. */
@NullMarked
package io.github.churnseg.features;

import org.jspecify.annotations.NullMarked;

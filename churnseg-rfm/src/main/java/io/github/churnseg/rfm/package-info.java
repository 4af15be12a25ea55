/** Recency, frequency, monetary: tables, scores, named segments, ABC-XYZ and cohorts. */
@NullMarked
package io.github.churnseg.rfm;

import org.jspecify.annotations.NullMarked;

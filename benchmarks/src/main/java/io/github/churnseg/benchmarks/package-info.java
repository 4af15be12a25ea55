/** JMH benchmarks of the hot paths, with peers beside us in the same run. */
@NullMarked
package io.github.churnseg.benchmarks;

import org.jspecify.annotations.NullMarked;

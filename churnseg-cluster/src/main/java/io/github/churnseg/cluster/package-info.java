/** Groups of customers who are alike: K-means, exact and the same on any number of threads. */
@NullMarked
package io.github.churnseg.cluster;

import org.jspecify.annotations.NullMarked;

/** From a shop's purchase log to segments: the fluent chain and what every part of it shares. */
@NullMarked
package io.github.churnseg;

import org.jspecify.annotations.NullMarked;

/** Shared by the modules of churnseg; no part of the public API, may change in any release. */
@NullMarked
package io.github.churnseg.internal;

import org.jspecify.annotations.NullMarked;

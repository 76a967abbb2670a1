@NullMarked
package io.ringsight.export;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.ringsight.api;

import org.jspecify.annotations.NullMarked;

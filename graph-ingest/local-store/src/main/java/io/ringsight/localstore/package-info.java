@NullMarked
package io.ringsight.localstore;

import org.jspecify.annotations.NullMarked;

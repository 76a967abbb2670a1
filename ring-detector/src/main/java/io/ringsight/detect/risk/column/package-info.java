/** What is known of accounts and rings as columns of numbers, for those that learn from them. */
@NullMarked
package io.ringsight.detect.risk.column;

import org.jspecify.annotations.NullMarked;

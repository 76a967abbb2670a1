/** What learns from columns: boosted trees and logistic regression, with the tables they take. */
@NullMarked
package io.ringsight.detect.risk.learner;

import org.jspecify.annotations.NullMarked;

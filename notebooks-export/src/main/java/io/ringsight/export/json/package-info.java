/** JSON files and lines for people's other tools: reports and command output. */
@NullMarked
package io.ringsight.export.json;

import org.jspecify.annotations.NullMarked;

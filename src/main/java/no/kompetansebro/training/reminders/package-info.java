/** Reminders by e-mail and on the pages: who is told what about own obligations, when, and never twice (ADR 11). */
@NullMarked
package no.kompetansebro.training.reminders;

import org.jspecify.annotations.NullMarked;

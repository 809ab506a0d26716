/** Gatherings: planning them, signing up, the waiting list, attendance, invitations and the calendar. */
@NullMarked
package no.kompetansebro.training.gatherings;

import org.jspecify.annotations.NullMarked;

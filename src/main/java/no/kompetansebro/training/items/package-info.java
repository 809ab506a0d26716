/** What can be learned, on screen: items and programmes, edited as the catalogue file would. */
@NullMarked
package no.kompetansebro.training.items;

import org.jspecify.annotations.NullMarked;

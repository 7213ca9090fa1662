/// Impact studies: questionnaires as versioned data in the format of SurveyJS, the scoring of
/// Canada's Algorithmic Impact Assessment, and the studies that people fill in with them.
@NullMarked
package eu.trama.city.algorithms.studies;

import org.jspecify.annotations.NullMarked;

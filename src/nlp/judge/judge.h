/* judge.h - claims in, claims that stand out: a learned decision on every pair of entities.
 *
 * Each pair gets a chance for "heads" and "belongs to", and one for "what it does is
 * reported by", from its clues (clue.h).  A pair is as good as its best place
 * (Riedel et al. 2010, "Modeling Relations and Their Mentions without Labeled
 * Text": one place that says so is enough).  Claims of the rules are among the clues:
 * they stand, fall, or are joined by facts that no rule saw.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef T2G_NLP_JUDGE_H
#define T2G_NLP_JUDGE_H

#include "model/linear.h"
#include "nlp/judge/clue.h"

/* Outputs of the model: two that exclude each other, then two more. */
typedef enum t2g_verdict { T2G_VERDICT_HEADS, T2G_VERDICT_BELONGS, T2G_VERDICT_REPORT, T2G_VERDICT_STATEMENT } t2g_verdict;

/* What the rules say of a pair and a relation: the more, the surer. */
typedef enum t2g_support { T2G_UNCLAIMED, T2G_HINTED, T2G_CLAIMED, T2G_SUPPORTS } t2g_support;

/* A rule has its reasons, so what one claims falls only where the clues are clearly against it, a hint wants them to be
 * for it, and what no rule saw wants proof: each relation has a calibration and a cut for each support. */
enum { T2G_JUDGE_QUESTIONS = T2G_RELATIONS * T2G_SUPPORTS };

t2g_support t2g_judge_support(const t2g_claims *claims, const t2g_pairs *pairs, const t2g_pair *pair, t2g_relation relation);

/* Sets the confidence of the ground's claims, 0 for those that fall, and adds what is
 * learned.  False when memory is out.  O(places). */
bool t2g_judge(const t2g_linear *model, t2g_arena *arena, t2g_ground *ground);

/* Is it learned whether such an entity heads or belongs to the other?  States and agencies of a
 * state are left to the rules. */
bool t2g_judge_knows(const t2g_entities *entities, uint32_t source, uint32_t target);

#endif

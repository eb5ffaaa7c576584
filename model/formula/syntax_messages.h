// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/formula/bound.h"

namespace tessera::model::formula {

// A syntax problem in words for a person.
FormulaProblem describe(const SyntaxProblem &problem);

} // namespace tessera::model::formula

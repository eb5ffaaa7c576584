// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/live_cause.h"

#include <algorithm>

namespace tessera::designer {

std::optional<model::Target> causeOf(const model::Workbook &workbook, const model::Object &element,
                                     const model::query::ElementRows *rows)
{
    if (!rows)
        return {};
    const auto &problems = rows->query.problems;
    const auto first =
        std::find_if(problems.begin(), problems.end(), [](const auto &problem) { return problem.isError; });
    if (first == problems.end()) {
        const bool failed = rows->state == model::query::ElementRows::State::Failed;
        return failed ? std::optional(model::Target{model::Scope::Element, element.key(), "/source", 0}) : std::nullopt;
    }
    const model::Object *there = workbook.elements.findById(first->elementId);
    return model::Target{model::Scope::Element, there ? there->key() : element.key(), first->pointer, 0};
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/read_back.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <QCoreApplication>

#include "model/change/apply.h"
#include "model/checks/checker.h"
#include "model/table/memory_row_store.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::ReadBack)
};

struct Repair
{
    std::string_view rule; // its quick fix is the repair
    const char *step;
    Severity severity;
};

constexpr Repair repairs[] = {
    {"data.system-column", "repair.system-columns", Severity::Info},
    {"data.join-artefact", "repair.join-grouping", Severity::Info},
    {"chart.kpi-comparison", "repair.kpi-comparison", Severity::Info},
    {"chart.waterfall-totals", "repair.waterfall-totals", Severity::Info},
    {"reference.column", "repair.dangling-references", Severity::Warning},
    {"document.agent-source", "repair.dangling-references", Severity::Warning},
    {"reference.hidden-name", "repair.hidden-names", Severity::Warning},
    {"data.key-name", "repair.key-names", Severity::Info},
    {"action.hidden-button", "repair.hidden-buttons", Severity::Warning},
    {"control.format-value", "repair.format-values", Severity::Info},
    {"layout.stack", "repair.stacks", Severity::Warning},
};

// Sorts and values may lose what is gone. A filter, a grouping or a summary would show other numbers without it: that
// is for a person to decide.
bool mayGo(std::string_view path)
{
    return path.find("/sort/") != std::string_view::npos || path.starts_with("/values/");
}

const Repair *repairOf(const Diagnostic &finding)
{
    if (!finding.fix || (finding.rule == "reference.column" && !mayGo(finding.target.path)))
        return nullptr;
    const auto found = std::find_if(std::begin(repairs), std::end(repairs),
                                    [&](const Repair &repair) { return repair.rule == finding.rule; });
    return found == std::end(repairs) ? nullptr : found;
}

Diagnostic stepFor(const Diagnostic &finding, const Repair &repair)
{
    Diagnostic step;
    step.severity = repair.severity;
    step.rule = repair.step;
    step.message = Texts::tr("%1 Repaired: %2.").arg(finding.message, finding.fix->label);
    step.target = finding.target;
    step.element = finding.element;
    return step;
}

// One repair for each object and round: the places of the others may move with it. The last one first, so that what is
// still to come keeps the place it has in the file. Returns whether there was any.
bool repairRound(const Catalogue &catalogue, ReadBackRepairs &out)
{
    MemoryRowStore rows; // no repair touches rows
    std::set<std::pair<Scope, Key>> touched;
    bool any = false;
    const QList<Diagnostic> findings = Checker(catalogue).check(out.workbook);
    for (auto it = findings.crbegin(); it != findings.crend(); ++it) {
        const Diagnostic &finding = *it;
        const Repair *repair = repairOf(finding);
        if (!repair || !touched.insert({finding.target.scope, finding.target.key}).second)
            continue;
        const auto transaction = finding.fix->make(out.workbook);
        if (!transaction || transaction->changes.empty() || !apply(out.workbook, rows, *transaction))
            continue;
        out.steps << stepFor(finding, *repair);
        any = true;
    }
    return any;
}

} // namespace

ReadBackRepairs repairReadBack(const Workbook &workbook, const Catalogue &catalogue)
{
    constexpr int mostRounds = 200; // of one object; more than any workbook needs
    ReadBackRepairs out{workbook, {}};
    for (int round = 0; round < mostRounds && repairRound(catalogue, out); ++round)
        continue;
    return out;
}

} // namespace tessera::model

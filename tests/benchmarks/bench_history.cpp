// SPDX-License-Identifier: GPL-3.0-or-later
// What 10,000 steps of undo cost.
#include <malloc.h>

#include "adapters/codec/workbook_file.h"
#include "model/change/document.h"
#include "model/edit/property_edit.h"
#include "tests/benchmarks/bench_table.h"
#include "tests/benchmarks/made_workbook.h"

using namespace tessera;

namespace {

double heapMb()
{
    return static_cast<double>(mallinfo2().uordblks) / (1024 * 1024);
}

bool rename(model::Document &document, int step)
{
    const model::Workbook &workbook = document.workbook();
    const model::Key key = workbook.elements.at(step % workbook.elements.size()).key();
    model::Transaction transaction;
    transaction.label = QStringLiteral("Rename");
    transaction.changes =
        model::setProperty(workbook, model::Scope::Element, key, "/name", "Name " + std::to_string(step));
    return document.apply(std::move(transaction)).has_value();
}

} // namespace

int main()
{
    constexpr int steps = 10'000;
    bench::BenchTable table;
    const auto loaded = adapters::readWorkbook(bench::madeWorkbook(300));
    table.check("The workbook opens", loaded.has_value());
    if (!loaded)
        return table.finish();

    model::Document document(loaded->workbook);
    const double before = heapMb();
    std::vector<double> applyTimes;
    bool done = true;
    for (int step = 0; step < steps; ++step)
        applyTimes.push_back(bench::millisecondsOf([&] { done = rename(document, step) && done; }));
    const double used = heapMb() - before;
    table.check("Every edit is taken", done && document.history().size() == steps + 1);
    table.atMost("Memory of 10,000 steps of undo", used, 50, "MB");
    table.atMost("Apply one edit, p99", bench::percentile(applyTimes, 0.99), 16, "ms");

    std::vector<double> undoTimes;
    while (document.history().canUndo())
        undoTimes.push_back(bench::millisecondsOf([&] { done = document.undo().has_value() && done; }));
    table.atMost("Undo one edit, p99", bench::percentile(undoTimes, 0.99), 16, "ms");
    table.check("Undoing all leads back to the start", done && document.workbook() == loaded->workbook);
    return table.finish();
}

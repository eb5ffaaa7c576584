// SPDX-License-Identifier: GPL-3.0-or-later
// Journal and opening: how long an edit keeps the interface thread, how long it takes to be on disk, how long a large
// workbook with a long history takes to open.
#include <unordered_map>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include "adapters/workspace/workspace.h"
#include "tests/benchmarks/bench_table.h"

using namespace tessera;
using adapters::Workspace;

namespace {

constexpr int elements = 5000;
constexpr int steps = 10000;

model::Workbook largeWorkbook()
{
    model::Workbook workbook;
    workbook.meta["name"] = "Large";
    model::NodeId node = 1;
    for (int page = 0; page < elements / 50; ++page) {
        const std::string pageId = "page-" + std::to_string(page);
        workbook.pages.append(model::Object(pageId, {{"id", pageId}, {"name", pageId}}));
        model::LayoutSubtree block{node++, {model::NodeKind::Page, pageId, {}, 24, {}}, {}};
        for (int i = 0; i < 50; ++i) {
            const std::string id = "chart-" + std::to_string(page * 50 + i);
            workbook.elements.append(model::Object(
                id,
                {{"id", id},
                 {"kind", "bar-chart"},
                 {"name", "Revenue " + id},
                 {"source", {{"kind", "warehouse-table"}, {"connectionId", "c"}, {"path", {"DB", "SCHEMA", "ORDERS"}}}},
                 {"columns",
                  {{{"id", id + "-x"}, {"formula", "[ORDERS/Region]"}},
                   {{"id", id + "-y"}, {"formula", "Sum([ORDERS/Amount])"}, {"name", "Amount"}}}},
                 {"xAxis", {{"columnId", id + "-x"}}},
                 {"yAxis", {{"columnIds", {id + "-y"}}}}}));
            block.children.push_back(
                {node++, {model::NodeKind::Element, id, model::GridRect{i % 2 * 12, i / 2 * 8, 12, 8}, 24, {}}, {}});
        }
        workbook.layout.insert(model::rootNode, page, block);
    }
    return workbook;
}

model::Transaction rename(const model::Document &document, int step)
{
    const std::string key = "chart-" + std::to_string(step * 7 % elements);
    model::Transaction transaction;
    transaction.label = QStringLiteral("Rename");
    transaction.changes.push_back(model::SetProperty{model::Scope::Element, key, "/name",
                                                     model::Json(document.workbook().element(key)->name()),
                                                     model::Json("Name " + std::to_string(step))});
    return transaction;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    bench::BenchTable table;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("bench.tessera"));
    const model::Workbook workbook = largeWorkbook();
    adapters::DocumentId id;
    {
        auto workspace = std::move(*Workspace::open(path));
        table.atMost("Store 5,000 elements for the first time",
                     bench::millisecondsOf([&] { id = *workspace->create(workbook); }), 1000, "ms");
        auto document = adapters::makeDocument(*workspace->load(id));
        std::vector<double> alone;
        std::vector<double> together;
        for (int step = 0; step < 500; ++step) // what an edit costs when nobody writes it
            alone.push_back(bench::millisecondsOf([&] { (void)document->apply(rename(*document, step)); }));
        document = adapters::makeDocument(*workspace->load(id));
        (void)workspace->attach(*document, id);
        std::vector<double> durable;
        std::unordered_map<qint64, QElapsedTimer> clocks;
        QObject::connect(workspace.get(), &Workspace::written, workspace.get(), [&](const QString &, qint64 sequence) {
            if (const auto clock = clocks.find(sequence); clock != clocks.end())
                durable.push_back(static_cast<double>(clock->second.nsecsElapsed()) / 1e6);
        });
        for (int step = 0; step < 1000; ++step) { // a person: one gesture, then the next
            clocks[step + 1].start();
            const model::Transaction edit = rename(*document, step);
            together.push_back(bench::millisecondsOf([&] { (void)document->apply(edit); }));
            const auto waiting = durable.size();
            while (durable.size() == waiting)
                app.processEvents(QEventLoop::WaitForMoreEvents);
        }
        table.atMost("One journaled edit among 5,000 elements, p99", bench::percentile(together, 0.99), 16, "ms");
        table.atMost("  of which handing over to the journal (median)",
                     std::max(0.0, bench::percentile(together, 0.5) - bench::percentile(alone, 0.5)), 0.5, "ms");
        table.atMost("Journal append, gesture to disk (fsync), median", bench::percentile(durable, 0.5), 2, "ms");
        table.atMost("Journal append, gesture to disk (fsync), p99", bench::percentile(durable, 0.99), 2, "ms");
        for (int step = 1000; step < steps; ++step)
            (void)document->apply(rename(*document, step));
        table.atMost("9,000 more steps on disk after the last one",
                     bench::millisecondsOf([&] { (void)workspace->flush(60000); }), 5000, "ms");
        workspace->detach(*document);
    }
    auto workspace = std::move(*Workspace::open(path));
    adapters::StoredDocument stored;
    table.atMost("Open 5,000 elements with 10,000 steps of history",
                 bench::millisecondsOf([&] { stored = *workspace->load(id); }), 1000, "ms");
    table.check("every step is back", stored.history.size() == steps + 1);
    auto document = adapters::makeDocument(std::move(stored));
    table.atMost("Undo 10,000 steps in one jump", bench::millisecondsOf([&] { (void)document->goTo(0); }), 1000, "ms");
    table.check("the jump leads to the first state", document->workbook() == workbook);
    return table.finish();
}

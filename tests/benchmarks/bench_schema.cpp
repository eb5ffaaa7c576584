// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue, the checks that keep up with edits, the inspector.
#include <QApplication>

#include "adapters/codec/workbook_file.h"
#include "designer/inspector/inspector_panel.h"
#include "designer/style/theme.h"
#include "model/checks/checker.h"
#include "model/edit/property_edit.h"
#include "model/schema/catalogue.h"
#include "tests/benchmarks/bench_table.h"
#include "tests/benchmarks/made_workbook.h"

using namespace tessera;

namespace {

std::string workbookOfSize(std::size_t bytes)
{
    int elements = 100;
    while (bench::madeWorkbook(elements).size() < bytes)
        elements += 5;
    return bench::madeWorkbook(elements);
}

void validation(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    const auto loaded = adapters::readWorkbook(workbookOfSize(110 * 1024));
    table.check("The workbook opens", loaded.has_value());
    if (!loaded)
        return;
    const model::Checker checker(catalogue);
    qsizetype findings = -1;
    table.atMost("Validate 110 KB, already read", bench::medianOf(15, [&] { findings = checker.check(loaded->workbook).size(); }), 20, "ms");
    table.check("It was looked at", findings >= 0);
}

// Every edit once, measured one by one: a name that others mention, a formula, a style.
void revalidation(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    const auto loaded = adapters::readWorkbook(bench::madeWorkbook(5000));
    table.check("The large workbook opens", loaded.has_value());
    if (!loaded)
        return;
    model::Document document(loaded->workbook);
    model::ChangeSet last;
    QObject::connect(&document, &model::Document::applied, &document, [&](const model::ChangeSet &changes) { last = changes; });
    model::IncrementalChecker checker(catalogue);
    checker.reset(document.workbook());
    std::vector<double> samples;
    bool edited = true;
    for (int i = 1; i <= 200 && edited; ++i) {
        const model::Key key = document.workbook().elements.at(i * 20).key();
        auto changes = model::setProperty(document.workbook(), model::Scope::Element, key, "/name", "Renamed " + std::to_string(i));
        model::Transaction transaction;
        transaction.changes = std::move(changes);
        edited = document.apply(transaction).has_value();
        samples.push_back(bench::millisecondsOf([&] { checker.update(document.workbook(), last); }));
    }
    table.check("Every edit is taken", edited);
    table.atMost("Validate again after one edit, 5,000 elements, p99", bench::percentile(samples, 0.99), 2, "ms");
    table.check("The findings are those of a whole check",
                checker.diagnostics().size() == model::Checker(catalogue).check(document.workbook()).size());
}

void inspector(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    const auto loaded = adapters::readWorkbook(bench::madeWorkbook(500));
    model::Document document(loaded->workbook);
    designer::Session session(document, catalogue);
    designer::InspectorPanel panel(session);
    panel.resize(360, 900);
    panel.show();
    QCoreApplication::processEvents();
    std::vector<double> samples;
    for (const model::Object &element : document.workbook().elements) {
        samples.push_back(bench::millisecondsOf([&] {
            session.selection().setElement(element.key());
            panel.grab();
        }));
    }
    table.atMost("Inspector for a selection, drawn, p99 of 500", bench::percentile(samples, 0.99), 30, "ms");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    designer::applyTheme(application, designer::Tokens::light());
    bench::BenchTable table;
    table.atMost("Load the schema catalogue", bench::medianOf(9, [] { (void)model::loadCatalogue(); }), 30, "ms");
    const auto catalogue = model::loadCatalogue();
    table.check("The catalogue loads", catalogue.has_value());
    if (!catalogue)
        return table.finish();
    validation(table, *catalogue);
    revalidation(table, *catalogue);
    inspector(table, *catalogue);
    return table.finish();
}

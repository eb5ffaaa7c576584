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
    table.atMost("Validate 110 KB, already read",
                 bench::medianOf(15, [&] { findings = checker.check(loaded->workbook).size(); }), 20, "ms");
    table.check("It was looked at", findings >= 0);
}

using Edits = std::vector<model::Change>;

Edits propertyEdit(const model::Workbook &workbook, const model::Key &key, const char *path, model::Json value)
{
    return model::setProperty(workbook, model::Scope::Element, key, path, std::move(value));
}

// One of the edits people make most, on the i-th group of four elements: a bar chart, a KPI, a text, a control.
Edits everydayEdit(const model::Workbook &workbook, int i)
{
    const auto key = [&](int which) { return workbook.elements.at(4 * i + 1 + which).key(); };
    const std::string n = std::to_string(i);
    switch (i % 6) {
    case 0:
        return propertyEdit(workbook, key(0), "/name", "Renamed " + n);
    case 1:
        return propertyEdit(workbook, key(0), "/columns/1/formula", "Sum([Base/Amount]) * " + n);
    case 2:
        return propertyEdit(workbook, key(1), "/style", model::Json{{"backgroundColor", "#fafafa"}});
    case 3:
        return propertyEdit(workbook, key(2), "/body", "Note **" + n + "**: {{Avg([Base/Amount]) | ,.1f}}");
    case 4:
        return propertyEdit(workbook, key(3), "/name", "Region " + n);
    default: {
        const model::NodeId node = workbook.layout.findElements(workbook.elements.at(4 * i + 1).id()).first();
        const model::NodeId page = workbook.layout.parentOf(node);
        const auto rect = workbook.layout.node(node)->rect;
        auto lower = rect;
        lower->h += 1;
        const int index = workbook.layout.indexOf(node);
        return {model::MoveNode{node, {page, index, rect}, {page, index, lower}}};
    }
    }
}

class Revalidation
{
public:
    explicit Revalidation(const model::Catalogue &catalogue, model::Workbook workbook)
        : m_document(std::move(workbook))
        , m_checker(catalogue)
    {
        QObject::connect(&m_document, &model::Document::applied, &m_document,
                         [this](const model::ChangeSet &changes) { m_last = changes; });
        m_checker.reset(m_document.workbook());
    }

    const model::Workbook &workbook() const { return m_document.workbook(); }
    const model::IncrementalChecker &checker() const { return m_checker; }
    bool allTaken() const { return m_taken; }

    double millisecondsAfter(Edits edits)
    {
        model::Transaction transaction;
        transaction.changes = std::move(edits);
        m_taken = m_taken && m_document.apply(transaction).has_value();
        return bench::millisecondsOf([&] { m_checker.update(m_document.workbook(), m_last); });
    }

private:
    model::Document m_document;
    model::IncrementalChecker m_checker;
    model::ChangeSet m_last;
    bool m_taken = true;
};

// Every edit measured by itself.
void revalidation(bench::BenchTable &table, const model::Catalogue &catalogue)
{
    const auto loaded = adapters::readWorkbook(bench::madeWorkbook(5000));
    table.check("The large workbook opens", loaded.has_value());
    if (!loaded)
        return;
    Revalidation run(catalogue, loaded->workbook);
    std::vector<double> everyday, base;
    for (int i = 0; i < 600; ++i)
        everyday.push_back(run.millisecondsAfter(everydayEdit(run.workbook(), i)));
    // Formulas of the table that all the others read, whose type stays.
    run.millisecondsAfter(propertyEdit(run.workbook(), "base", "/columns/2/formula", "Number([SALES/AMOUNT])"));
    for (int i = 0; i < 50; ++i)
        base.push_back(run.millisecondsAfter(propertyEdit(run.workbook(), "base", "/columns/2/formula",
                                                          "Number([SALES/AMOUNT]) * " + std::to_string(i))));
    table.check("Every edit is taken", run.allTaken());
    table.atMost("Validate again after one edit, 5,000 elements, p99", bench::percentile(everyday, 0.99), 2, "ms");
    table.atMost("The same, a formula of the table all others read", bench::percentile(base, 0.99), 2, "ms");
    table.check("The findings are those of a whole check",
                run.checker().diagnostics().size() == model::Checker(catalogue).check(run.workbook()).size());
}

// Selecting and drawing; what the event loop does between selections is not part of it.
void inspector(bench::BenchTable &table, const model::Catalogue &catalogue, int elements, const char *first,
               const char *later)
{
    const auto loaded = adapters::readWorkbook(bench::madeWorkbook(elements));
    model::Document document(loaded->workbook);
    designer::Session session(document, catalogue);
    designer::InspectorPanel panel(session);
    panel.resize(360, 900);
    panel.show();
    QCoreApplication::processEvents();
    std::vector<double> fresh, samples;
    for (int i = 0; i < 500; ++i) {
        const model::Key key = document.workbook().elements.at(i).key();
        (i < 5 ? fresh : samples).push_back(bench::millisecondsOf([&] {
            session.selection().setElement(key);
            panel.grab();
        }));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    table.atMost(first, bench::percentile(fresh, 1), 30, "ms");
    table.atMost(later, bench::percentile(samples, 0.99), 30, "ms");
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
    inspector(table, *catalogue, 500, "Inspector, first of a kind, drawn",
              "Inspector for a selection, drawn, p99 of 500");
    inspector(table, *catalogue, 5000, "The same, first of a kind, 5,000 elements", "The same, 5,000 elements");
    return table.finish();
}

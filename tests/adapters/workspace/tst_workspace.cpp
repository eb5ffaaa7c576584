// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/files/atomic_file.h"
#include "adapters/workspace/workspace.h"

using namespace tessera;
using namespace tessera::adapters;
using model::Document;
using model::Json;

namespace {

model::Workbook sample()
{
    model::Workbook workbook;
    workbook.meta["name"] = "Sales";
    workbook.pages.append(model::Object("p", {{"id", "p"}, {"name", "Page"}}));
    workbook.elements.append(model::Object("a", {{"id", "a"}, {"kind", "bar-chart"}, {"name", "A"}}));
    workbook.elements.append(model::Object("plan", {{"id", "plan"}, {"kind", "input-table"}}));
    model::LayoutSubtree page{1, {model::NodeKind::Page, "p", {}, 24, {}}, {}};
    page.children.push_back({2, {model::NodeKind::Element, "a", model::GridRect{0, 0, 12, 8}, 24, {}}, {}});
    workbook.layout.insert(model::rootNode, 0, page);
    return workbook;
}

model::Transaction renamed(const std::string &from, const std::string &to)
{
    model::Transaction t;
    t.label = QStringLiteral("Rename");
    t.changes.push_back(model::SetProperty{model::Scope::Element, "a", "/name", Json(from), Json(to)});
    return t;
}

model::Transaction rowAdded(model::RowId row, std::int64_t position, const char *name)
{
    model::Transaction t;
    t.label = QStringLiteral("Add row");
    t.changes.push_back(model::RowsChange{"plan", {{row, position, std::nullopt, Json{{"name", name}, {"amount", row}}}}});
    return t;
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("w.tessera"));
    }

    void aDocumentComesBackWithItsHistoryAndRows()
    {
        DocumentId id;
        model::History history;
        model::Workbook workbook;
        {
            auto workspace = Workspace::open(m_path);
            QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().detail));
            auto created = (*workspace)->create(sample());
            QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
            id = *created;
            auto stored = (*workspace)->load(id);
            QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
            QVERIFY(stored->workbook == sample());
            auto document = makeDocument(std::move(*stored));
            QVERIFY((*workspace)->attach(*document, id));
            QVERIFY(document->apply(renamed("A", "B")));
            QVERIFY(document->apply(rowAdded(1, 0, "one")));
            QVERIFY(document->apply(rowAdded(2, 0, "two")));
            QVERIFY(document->undo());
            QVERIFY(document->undo());
            QVERIFY(document->apply(rowAdded(3, 0, "three")));
            history = document->history();
            workbook = document->workbook();
            QVERIFY((*workspace)->flush());
            QCOMPARE((*workspace)->pending(), 0);
        }
        auto workspace = Workspace::open(m_path);
        QVERIFY(workspace);
        auto stored = (*workspace)->load(id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QVERIFY(stored->workbook == workbook);
        QVERIFY(stored->history == history);
        QVERIFY(!stored->info.crashed);
        QCOMPARE(stored->info.sequence, 6);
        auto document = makeDocument(std::move(*stored));
        QCOMPARE(document->rows().count("plan"), 1);
        QCOMPARE(document->rows().row("plan", 0).values.at("name").get<std::string>(), std::string("three"));
        QCOMPARE(document->rows().nextRowId("plan"), 4);
        while (document->history().canUndo())
            QVERIFY(document->undo());
        QVERIFY(document->workbook() == sample());
        QCOMPARE(document->rows().count("plan"), 0);
        QVERIFY(document->goTo(3));
        QCOMPARE(document->rows().count("plan"), 2);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"

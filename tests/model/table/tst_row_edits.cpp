// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTest>

#include "model/change/document.h"
#include "model/table/row_edits.h"

using namespace tessera::model;

namespace {

const Key table = "t";

std::vector<Row> rowsOf(const Document &document)
{
    std::vector<Row> rows;
    for (std::int64_t i = 0; i < document.rows().count(table); ++i)
        rows.push_back(document.rows().row(table, i));
    return rows;
}

std::vector<Json> numbered(int from, int to)
{
    std::vector<Json> rows;
    for (int i = from; i < to; ++i)
        rows.push_back({{"n", i}});
    return rows;
}

} // namespace

class TestRowEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void insertsInOrderAtAPlace()
    {
        Document document{Workbook()};
        QVERIFY(document.apply(makeInsertRows(document.rows(), table, 0, numbered(0, 3))));
        QVERIFY(document.apply(makeInsertRows(document.rows(), table, 1, numbered(10, 12))));
        std::vector<int> values;
        for (const Row &row : rowsOf(document))
            values.push_back(row.values["n"].get<int>());
        QCOMPARE(values, (std::vector<int>{0, 10, 11, 1, 2}));
        QVERIFY(document.undo());
        QCOMPARE(document.rows().count(table), 3);
    }

    void deletesScatteredRowsAndBringsThemBack()
    {
        Document document{Workbook()};
        QVERIFY(document.apply(makeInsertRows(document.rows(), table, 0, numbered(0, 6))));
        const auto before = rowsOf(document);
        QVERIFY(document.apply(makeDeleteRows(document.rows(), table, {2, 6, 3, 3, 99})));
        QCOMPARE(document.rows().count(table), 3);
        QVERIFY(document.undo());
        QVERIFY(rowsOf(document) == before);
    }

    void setsCellsAndLeavesOutWhatIsThere()
    {
        Document document{Workbook()};
        QVERIFY(document.apply(makeInsertRows(document.rows(), table, 0, numbered(0, 2))));
        const auto same = makeSetCells(document.rows(), table, {{1, "n", 0}, {2, "missing", nullptr}});
        QVERIFY(same && same->changes.empty());
        const auto edit = makeSetCells(document.rows(), table, {{1, "n", 5}, {1, "n", 7}, {1, "s", "x"}});
        QVERIFY(edit && document.apply(*edit));
        QVERIFY(rowsOf(document)[0].values == Json({{"n", 7}, {"s", "x"}}));
        QVERIFY(document.undo());
        QVERIFY(rowsOf(document)[0].values["n"] == Json(0));
        QVERIFY(!makeSetCells(document.rows(), table, {{42, "n", 1}}));
    }

    void randomEditsUndoToTheStart()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        Document document{Workbook()};
        QVERIFY(document.apply(makeInsertRows(document.rows(), table, 0, numbered(0, 20))));
        const auto start = rowsOf(document);
        for (int step = 0; step < 300; ++step) {
            const int kind = random.bounded(3);
            const auto count = document.rows().count(table);
            if (kind == 0)
                QVERIFY(document.apply(
                    makeInsertRows(document.rows(), table, random.bounded(30), numbered(step, step + 2))));
            else if (kind == 1)
                QVERIFY(
                    document.apply(makeDeleteRows(document.rows(), table, {random.bounded(40), random.bounded(40)})));
            else if (count > 0)
                QVERIFY(document.apply(*makeSetCells(
                    document.rows(), table,
                    {{document.rows().row(table, random.bounded(int(count))).id, "n", random.bounded(9)}})));
        }
        const auto end = rowsOf(document);
        const auto last = document.history().current();
        QVERIFY(document.goTo(1));
        QVERIFY2(rowsOf(document) == start, qPrintable(QStringLiteral("seed %1").arg(seed)));
        QVERIFY(document.goTo(last));
        QVERIFY2(rowsOf(document) == end, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
};

QTEST_GUILESS_MAIN(TestRowEdits)
#include "tst_row_edits.moc"

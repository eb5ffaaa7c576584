// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include "designer/grid/block_text.h"
#include "designer/grid/row_grid.h"
#include "model/change/document.h"
#include "tests/designer/editor_fixture.h"

using namespace tessera;
using designer::EditorFixture;
using designer::RowFiles;
using designer::RowGrid;

// A reader that goes on until it is stopped.
model::Result<model::RowImport> endless(const QString &, const std::vector<model::InputColumn> &columns,
                                        const model::RowTaker &take)
{
    while (take(std::vector<model::Json>(500, model::Json{{columns.front().id, "Fern"}}), 0.5)) {
    }
    return model::fail(model::ErrorCode::Cancelled, QStringLiteral("stopped"));
}

class TestRowGrid : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        Opened() : grid(fixture.session, "plan"), view(grid.findChild<QTableView *>())
        {
            grid.resize(1100, 420);
            grid.show();
            view->setFocus();
            (void)QTest::qWaitForWindowExposed(&grid);
        }

        QLineEdit *editor() const // the open one; a closed one lives on until the event loop has its turn
        {
            for (QLineEdit *each : view->findChildren<QLineEdit *>(QStringLiteral("cellEditor"))) {
                if (each->isVisible())
                    return each;
            }
            return nullptr;
        }
        QString text(int row, int column) const
        {
            return view->model()->index(row, column).data(Qt::EditRole).toString();
        }
        void go(int row, int column) { view->setCurrentIndex(view->model()->index(row, column)); }
        std::int64_t rows() const { return fixture.document.rows().count("plan"); }

        EditorFixture fixture;
        RowGrid grid;
        QTableView *view;
    };

private Q_SLOTS:
    void emptyStateSaysWhatToDo()
    {
        Opened o;
        QVERIFY(o.grid.findChild<QWidget *>(QStringLiteral("gridEmpty"))->isVisible());
        EditorFixture::keepPicture(o.grid, QStringLiteral("grid_empty_light"));
        QTest::mouseClick(o.grid.findChild<QToolButton *>(QStringLiteral("emptyAdd")), Qt::LeftButton);
        QCOMPARE(o.rows(), 1);
        QVERIFY(!o.grid.findChild<QWidget *>(QStringLiteral("gridEmpty"))->isVisible());
    }

    // Rows of the data folder that the page shows come in with the first one typed, and go with it again.
    void theFirstRowTypedBringsInWhatThePageShows()
    {
        Opened o;
        QAbstractItemModelTester tester(o.view->model());
        RowFiles files;
        int rows = 2;
        files.shownFile = [](const model::Object &) { return QStringLiteral("/data/input/plan.csv"); };
        files.importCsv = [&rows](const QString &, const std::vector<model::InputColumn> &,
                                  const model::RowTaker &take) -> model::Result<model::RowImport> {
            std::vector<model::Json> read;
            for (int i = 1; i <= rows; ++i)
                read.push_back({{"n", "Shown " + std::to_string(i)}});
            take(std::move(read), 1);
            return model::RowImport{};
        };
        o.grid.setFiles(files);
        QVERIFY(o.grid.findChild<QLabel *>(QStringLiteral("emptyText"))->text().contains(QStringLiteral("plan.csv")));
        o.go(0, 0);
        QTest::keyClicks(o.view, QStringLiteral("F"));
        QTest::keyClicks(o.editor(), QStringLiteral("ern"));
        QTest::keyClick(o.editor(), Qt::Key_Tab);
        QCOMPARE(o.rows(), 3);
        QCOMPARE(o.text(0, 0), QStringLiteral("Shown 1"));
        QCOMPARE(o.text(2, 0), QStringLiteral("Fern"));
        QCOMPARE(o.view->currentIndex(), o.view->model()->index(2, 1));
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(o.rows(), 0);
        QApplication::clipboard()->setText(QStringLiteral("A\nB\n"));
        o.go(0, 0);
        QTest::keyClick(o.view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(o.rows(), 4);
        QCOMPARE(o.text(2, 0), QStringLiteral("A"));
        QCOMPARE(o.view->currentIndex().row(), 2);
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(o.view, Qt::Key_Return, Qt::ControlModifier); // add a row
        QCOMPARE(o.rows(), 3);
        QCOMPARE(o.view->currentIndex().row(), 2);
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        QTest::mouseClick(o.grid.findChild<QToolButton *>(QStringLiteral("emptyTake")), Qt::LeftButton);
        QCOMPARE(o.rows(), 2);
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        rows = 20'001; // too many to wait for: nothing is added, and the reason is said
        QTest::keyClick(o.view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(o.rows(), 0);
        QVERIFY(
            o.grid.findChild<QLabel *>(QStringLiteral("gridBannerText"))->text().contains(QStringLiteral("plan.csv")));
    }

    void fillsByTyping()
    {
        Opened o;
        QAbstractItemModelTester tester(o.view->model());
        o.go(0, 0);
        QTest::keyClicks(o.view, QStringLiteral("F"));
        QVERIFY(o.editor());
        QTest::keyClicks(o.editor(), QStringLiteral("ern"));
        QTest::keyClick(o.editor(), Qt::Key_Tab);
        QCOMPARE(o.rows(), 1);
        QCOMPARE(o.view->currentIndex(), o.view->model()->index(0, 1));
        QTest::keyClicks(o.view, QStringLiteral("1"));
        QTest::keyClicks(o.editor(), QStringLiteral("2"));
        QTest::keyClick(o.editor(), Qt::Key_Tab);
        QTest::keyClicks(o.view, QStringLiteral("2"));
        QTest::keyClicks(o.editor(), QStringLiteral("026-04-21"));
        QTest::keyClick(o.editor(), Qt::Key_Tab);
        QTest::keyClick(o.view, Qt::Key_Space); // ticks
        const model::Json values = o.fixture.document.rows().row("plan", 0).values;
        QCOMPARE(QString::fromStdString(model::writeJson(values)),
                 QStringLiteral("{\"n\":\"Fern\",\"q\":12,\"d\":\"2026-04-21\",\"ok\":true}"));
        o.go(1, 0);
        QTest::keyClicks(o.view, QStringLiteral("C"));
        QTest::keyClicks(o.editor(), QStringLiteral("actus"));
        QTest::keyClick(o.editor(), Qt::Key_Return); // goes on below
        QCOMPARE(o.rows(), 2);
        QCOMPARE(o.view->currentIndex().row(), 2);
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(o.rows(), 1);
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!o.fixture.document.rows().row("plan", 0).values.contains("ok") ||
                o.fixture.document.rows().row("plan", 0).values["ok"].is_null());
    }

    void refusesWhatCannotBeReadAndKeepsTheEditor()
    {
        Opened o;
        QTest::keyClick(o.view, Qt::Key_Return, Qt::ControlModifier); // add a row
        o.go(0, 1);
        QTest::keyClicks(o.view, QStringLiteral("m"));
        QTest::keyClicks(o.editor(), QStringLiteral("any"));
        QTest::keyClick(o.editor(), Qt::Key_Return);
        QVERIFY(o.editor());
        const QLabel *reason = o.view->findChild<QLabel *>(QStringLiteral("cellReason"));
        QVERIFY(reason && reason->isVisible());
        QVERIFY(reason->text().contains(QStringLiteral("many")));
        EditorFixture::keepPicture(o.grid, QStringLiteral("grid_refused_light"));
        QTest::mouseClick(o.view->viewport(), Qt::LeftButton, {},
                          o.view->visualRect(o.view->model()->index(0, 3)).center());
        QVERIFY(o.editor()); // a click elsewhere does not lose it
        QTest::keyClick(o.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!o.editor());
        QCOMPARE(o.text(0, 1), QString());
    }

    void pastesABlockAndUndoesItAsOne()
    {
        Opened o;
        QTest::keyClick(o.view, Qt::Key_Return, Qt::ControlModifier);
        o.go(0, 0);
        QApplication::clipboard()->setText(
            QStringLiteral("Fern\t10\t2026-01-01\tyes\tdraft\nCactus\t2,000\t\tno\tFinal\n\"two\nlines\"\t3\n"));
        QTest::keyClick(o.view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(o.rows(), 3);
        QCOMPARE(o.text(1, 1), QStringLiteral("2000"));
        QCOMPARE(o.text(0, 4), QStringLiteral("Draft"));
        QCOMPARE(o.text(2, 0), QStringLiteral("two\nlines"));
        QVERIFY(
            !o.view->model()->index(1, 1).data(Qt::ToolTipRole).toString().isEmpty()); // 2000 is out of range: warned
        QTest::keyClick(o.view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(designer::readBlock(QApplication::clipboard()->text()).size(), 3);
        QTest::keyClick(o.view, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(o.rows(), 1);
        QCOMPARE(o.text(0, 0), QString());
    }

    void aBlockWithABadCellChangesNothing()
    {
        Opened o;
        QTest::keyClick(o.view, Qt::Key_Return, Qt::ControlModifier);
        o.go(0, 0);
        QApplication::clipboard()->setText(QStringLiteral("Fern\t10\nCactus\tmany\n"));
        QTest::keyClick(o.view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(o.rows(), 1);
        QCOMPARE(o.text(0, 0), QString());
        const QLabel *banner = o.grid.findChild<QLabel *>(QStringLiteral("gridBannerText"));
        QVERIFY(banner->isVisible() && banner->text().contains(QStringLiteral("Line 2")));
    }

    void fillsClearsAndDeletes()
    {
        Opened o;
        o.go(0, 0);
        QApplication::clipboard()->setText(QStringLiteral("A\t1\nB\t2\nC\t3\n"));
        QTest::keyClick(o.view, Qt::Key_V, Qt::ControlModifier);
        o.view->selectionModel()->select(QItemSelection(o.view->model()->index(0, 0), o.view->model()->index(2, 0)),
                                         QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(o.view, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(o.text(2, 0), QStringLiteral("A"));
        QTest::keyClick(o.view, Qt::Key_Delete);
        QCOMPARE(o.text(0, 0), QString());
        o.go(1, 1);
        QTest::keyClick(o.view, Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(o.rows(), 2);
        QCOMPARE(o.text(1, 1), QStringLiteral("3"));
    }

    void readOnlyColumnsSayWhy()
    {
        Opened o;
        QTest::keyClick(o.view, Qt::Key_Return, Qt::ControlModifier);
        const QModelIndex formula = o.view->model()->index(0, 6);
        QVERIFY(!(formula.flags() & Qt::ItemIsEditable));
        QVERIFY(formula.data(Qt::ToolTipRole).toString().contains(QStringLiteral("[Quantity] * 2")));
        QVERIFY(!(o.view->model()->index(0, 7).flags() & Qt::ItemIsEditable));
    }

    void columnsFollowTheDocument()
    {
        Opened o;
        model::Transaction t;
        const model::Json before = *o.fixture.value("plan", "/columns/0/name");
        t.changes.push_back(
            model::SetProperty{model::Scope::Element, "plan", "/columns/0/name", before, model::Json("Plant"), -1});
        QVERIFY(o.fixture.document.apply(t));
        QCOMPARE(o.view->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Plant"));
    }

    void importsAndExportsThroughWhatItIsGiven()
    {
        Opened o;
        designer::RowFiles files;
        files.importCsv = [](const QString &, const std::vector<model::InputColumn> &columns,
                             const model::RowTaker &take) -> model::Result<model::RowImport> {
            (void)take({model::Json{{columns.front().id, "Fern"}}}, 1);
            model::RowImport rows;
            rows.rows = 1;
            rows.problems.append({2, QStringLiteral("Quantity"), QStringLiteral("“x” is not a number.")});
            rows.problemCount = 1;
            return rows;
        };
        files.exportCsv = [](const QString &, const auto &, const model::RowStore &rows,
                             const model::Key &table) -> model::Result<std::int64_t> { return rows.count(table); };
        o.grid.setFiles(files);
        QSignalSpy notified(&o.grid, &designer::RowGrid::notified);
        QVERIFY(o.grid.importFrom(QStringLiteral("x.csv")));
        QTRY_COMPARE(notified.size(), 1);
        QCOMPARE(o.rows(), 1);
        QVERIFY(
            o.grid.findChild<QLabel *>(QStringLiteral("gridBannerText"))->text().contains(QStringLiteral("Line 2")));
        QVERIFY(o.grid.exportTo(QStringLiteral("y.csv")));
    }

    void aLargeImportIsOneStepAndLeavesTheWindowQuick()
    {
        Opened o;
        designer::RowFiles files;
        files.importCsv = [](const QString &, const std::vector<model::InputColumn> &columns,
                             const model::RowTaker &take) -> model::Result<model::RowImport> {
            model::RowImport report;
            for (; report.rows < 20'000; report.rows += 500) {
                if (!take(std::vector<model::Json>(500, model::Json{{columns.front().id, "Fern"}}),
                          double(report.rows) / 20'000))
                    return model::fail(model::ErrorCode::Cancelled, QStringLiteral("stopped"));
            }
            return report;
        };
        o.grid.setFiles(files);
        const int before = o.fixture.document.history().size();
        QSignalSpy notified(&o.grid, &designer::RowGrid::notified);
        QVERIFY(o.grid.importFrom(QStringLiteral("x.csv")));
        QVERIFY(!o.grid.importFrom(QStringLiteral("x.csv"))); // one at a time
        qint64 longest = 0;
        while (notified.isEmpty()) {
            QElapsedTimer turn;
            turn.start();
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            longest = std::max(longest, turn.elapsed());
        }
        QCOMPARE(o.rows(), 20'000);
        QCOMPARE(o.fixture.document.history().size(), before + 1);
        QVERIFY2(longest < 500, qPrintable(QString::number(longest)));
        QVERIFY(o.fixture.document.undo());
        QCOMPARE(o.rows(), 0);
    }

    void anImportCanBeStopped()
    {
        Opened o;
        designer::RowFiles files;
        files.importCsv = endless;
        o.grid.setFiles(files);
        o.grid.show();
        QVERIFY(o.grid.importFrom(QStringLiteral("x.csv")));
        auto *cancel = o.grid.findChild<QToolButton *>(QStringLiteral("importCancel"));
        QVERIFY(cancel->isVisible());
        QVERIFY(o.grid.findChild<QWidget *>(QStringLiteral("importProgress"))->isVisible());
        QTRY_VERIFY(o.rows() >= 1000);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!cancel->isVisible());
        QCOMPARE(o.rows(), 0);
        // And one that is going on when the tab is closed.
        QVERIFY(o.grid.importFrom(QStringLiteral("x.csv")));
    }

    void looksLikeData()
    {
        Opened o;
        o.go(0, 0);
        QApplication::clipboard()->setText(QStringLiteral(
            "Boston fern\t120\t2026-04-21\tyes\tDraft\tNew, Urgent\nGolden barrel "
            "cactus\t1,111\t2026-05-02\tno\tFinal\t\nMonstera\t64.5\t\t\tOpen\tGift\n"
            "Peace lily\t-3\t2026-06-18 14:30\tyes\tDraft\t\nSnake plant\t880\t2026-07-01\tno\t\tNew\n"));
        QTest::keyClick(o.view, Qt::Key_V, Qt::ControlModifier);
        o.go(1, 1);
        o.view->resizeColumnsToContents();
        EditorFixture::keepPicture(o.grid, QStringLiteral("grid_light"));
        designer::applyTheme(*qApp, designer::Tokens::darkTheme());
        QTest::qWait(0);
        EditorFixture::keepPicture(o.grid, QStringLiteral("grid_dark"));
        designer::applyTheme(*qApp, designer::Tokens::light());
    }
};

QTEST_MAIN(TestRowGrid)
#include "tst_row_grid.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

#include "designer/formula/formula_bar.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_panel.h"
#include "designer/formula/formula_trial.h"
#include "designer/formula/reference_panel.h"
#include "model/workbook/views/column_view.h"
#include "tests/designer/editor_fixture.h"

using namespace tessera;
using namespace tessera::designer;
using model::Value;

namespace {

// Answers every added formula with values of its own, as a database would: three rows.
model::query::ElementRows threeRows(const model::Workbook &workbook, const model::Key &key, int, std::stop_token)
{
    model::query::ElementRows rows;
    auto table = std::make_shared<model::query::ResultTable>();
    for (const model::ColumnView &column : model::columnsOf(*workbook.element(key))) {
        if (!column.id.starts_with("part-") && column.id != "formula-result")
            continue;
        model::query::ResultColumn out;
        out.id = column.id;
        out.name = column.name;
        out.data = model::query::ColumnData(model::formula::ValueType::Number, std::vector<std::int64_t>(), {});
        for (int row = 1; row <= 3; ++row)
            out.data.append(column.id == "formula-result" ? Value(row * 1000) : Value(row * 10));
        table->columns.push_back(std::move(out));
    }
    rows.state = model::query::ElementRows::State::Ready;
    rows.main = table;
    rows.sample = true;
    return rows;
}

} // namespace

class TestFormulaPanel : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        Opened() : bar(fixture.session), panel(fixture.session)
        {
            fixture.session.formulas().setData({threeRows, {}});
            bar.resize(1000, 40);
            bar.show();
            panel.resize(900, 300);
            panel.show();
            (void)QTest::qWaitForWindowExposed(&panel);
            bar.activateWindow();
            (void)QTest::qWaitForWindowActive(&bar);
        }
        void edit(const char *key, const char *path, const QString &text = {})
        {
            fixture.session.selection().setElement(key, path);
            bar.focusEditor();
            if (!text.isNull())
                bar.editor()->setFormula(text);
        }
        void bring(int tab) { panel.findChild<QTabBar *>()->setCurrentIndex(tab); }
        QListView *list() { return panel.findChild<QListView *>(QStringLiteral("functionList")); }

        EditorFixture fixture;
        FormulaBar bar;
        FormulaPanel panel;
    };

private Q_SLOTS:
    void helpFollowsTheCaretAndTheSearch()
    {
        Opened o;
        o.edit("bar", "/columns/1");
        o.bar.editor()->select({2, 0});
        QTRY_COMPARE(o.list()->currentIndex().data().toString(), QStringLiteral("Sum"));
        auto *text = o.panel.findChild<QTextBrowser *>(QStringLiteral("functionHelp"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("Sum(column)")));
        auto *search = o.panel.findChild<QLineEdit *>(QStringLiteral("functionSearch"));
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("dattr"));
        QCOMPARE(o.list()->currentIndex().data().toString(), QStringLiteral("DateTrunc"));
        QVERIFY(text->toPlainText().contains(QStringLiteral("2026-04-01 00:00:00"))); // the example's result
    }

    void aFunctionIsInsertedAtTheCaret()
    {
        Opened o;
        o.edit("bar", "/columns/1", QStringLiteral("1 + "));
        o.bar.editor()->select({4, 0});
        o.panel.explain(QStringLiteral("Round"));
        QTest::mouseClick(o.panel.findChild<QPushButton *>(QStringLiteral("insertFunction")), Qt::LeftButton);
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("1 + Round()"));
        QCOMPARE(o.bar.editor()->caret(), 10);
    }

    void resultsAppearBeforeTheFormulaIsTaken()
    {
        Opened o;
        o.bring(1);
        o.edit("base", "/columns/1", QStringLiteral("[T/AMOUNT] * 2"));
        auto *table = o.panel.findChild<QTableView *>(QStringLiteral("formulaResult"));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("1000"));
        QCOMPARE(table->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("[T/AMOUNT]"));
        QCOMPARE(table->model()->index(2, 1).data().toString(), QStringLiteral("30"));
        QCOMPARE(o.fixture.document.history().current(), 0);
        EditorFixture::keepPicture(o.panel, QStringLiteral("formula-result"));
    }

    void stepsShowEveryPartOfOneRow()
    {
        Opened o;
        o.bring(2);
        o.edit("base", "/columns/1", QStringLiteral("If([T/AMOUNT] * 2 > 30, \"large\", \"small\")"));
        auto *tree = o.panel.findChild<QTreeView *>(QStringLiteral("formulaSteps"));
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        const QModelIndex whole = tree->model()->index(0, 0);
        QCOMPARE(whole.siblingAtColumn(1).data().toString(), QStringLiteral("small")); // row 1: 10 * 2
        auto *row = o.panel.findChild<QSpinBox *>(QStringLiteral("stepRow"));
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Up);
        const QModelIndex second = tree->model()->index(0, 0);
        QCOMPARE(second.siblingAtColumn(1).data().toString(), QStringLiteral("large"));
        const QModelIndex condition = tree->model()->index(0, 0, second);
        QCOMPARE(condition.data().toString(), QStringLiteral("[T/AMOUNT] * 2 > 30"));
        QCOMPARE(condition.siblingAtColumn(1).data().toString(), QStringLiteral("True"));
        tree->setCurrentIndex(condition);
        const long marks = o.bar.editor()->SendScintilla(QsciScintilla::SCI_INDICATORALLONFOR, 5UL);
        QVERIFY(marks != 0); // the part is marked in the formula
        EditorFixture::keepPicture(o.panel, QStringLiteral("formula-steps"));
    }

    void saysWhyThereAreNoValues()
    {
        Opened o;
        o.bring(1);
        o.edit("bar", "/columns/1", QStringLiteral("Summ(1)"));
        QTRY_COMPARE(o.panel.trial().state(), FormulaTrial::State::Wrong);
        QVERIFY(o.panel.trial().reason().contains(QStringLiteral("Summ")));
        o.fixture.session.selection().clear();
        o.bar.focusEditor();
        QTRY_COMPARE(o.panel.trial().state(), FormulaTrial::State::Idle);
    }
};

class TestReferencePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesWhatIsTickedInOneStep()
    {
        EditorFixture fixture;
        ReferencePanel panel(fixture.session);
        panel.resize(1000, 300);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
        panel.find({model::NamedThing::Column, "base", "r"});
        auto *view = panel.findChild<QTreeView *>(QStringLiteral("references"));
        QTRY_COMPARE(view->model()->rowCount(), 1); // the chart's first column
        QVERIFY(view->model()->index(0, 0).data().toString().startsWith(QStringLiteral("Revenue by region")));

        auto *with = panel.findChild<QComboBox *>(QStringLiteral("replaceReference"));
        with->setFocus();
        QTest::keyClicks(with, QStringLiteral("Orders/Amount"));
        QTest::keyClick(with, Qt::Key_Return);
        QTRY_COMPARE(view->model()->columnCount(), 3);
        QTRY_COMPARE(view->model()->index(0, 2).data().toString(), QStringLiteral("[Orders/Amount]"));
        auto *replace = panel.findChild<QPushButton *>(QStringLiteral("replaceTicked"));
        QVERIFY(replace->isEnabled());
        EditorFixture::keepPicture(panel, QStringLiteral("references"));

        // Without a tick there is nothing to do.
        view->model()->setData(view->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!replace->isEnabled());
        view->model()->setData(view->model()->index(0, 0), Qt::Checked, Qt::CheckStateRole);
        QSignalSpy replaced(&panel, &ReferencePanel::replaced);
        QTest::mouseClick(replace, Qt::LeftButton);
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(model::stringOf(*fixture.value("bar", "/columns/0/formula")), std::string("[Orders/Amount]"));
        QCOMPARE(fixture.document.history().current(), 1);
        QTRY_COMPARE(view->model()->rowCount(), 0);
    }

    void jumpsToAUse()
    {
        EditorFixture fixture;
        ReferencePanel panel(fixture.session);
        panel.show();
        (void)QTest::qWaitForWindowExposed(&panel);
        panel.find({model::NamedThing::Control, "ctl", {}});
        auto *view = panel.findChild<QTreeView *>(QStringLiteral("references"));
        QTRY_COMPARE(view->model()->rowCount(), 1);
        QSignalSpy revealed(&fixture.session, &Session::revealed);
        view->setCurrentIndex(view->model()->index(0, 0));
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(revealed.count(), 1);
        QCOMPARE(fixture.session.selection().elements(), QList<model::Key>{"btn"});
        QVERIFY(fixture.session.selection().path().starts_with("/actions/0"));
    }
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestFormulaPanel panel;
    TestReferencePanel references;
    return QTest::qExec(&panel, argc, argv) | QTest::qExec(&references, argc, argv);
}
#include "tst_formula_panel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "designer/formula/formula_bar.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "tests/designer/editor_fixture.h"

using namespace tessera;
using namespace tessera::designer;

class TestFormulaBar : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        Opened() : bar(fixture.session)
        {
            bar.resize(1000, 60);
            bar.show();
            (void)QTest::qWaitForWindowExposed(&bar);
            bar.activateWindow();
        }
        void select(const char *key, std::string path = {})
        {
            fixture.session.selection().setElement(key, std::move(path));
        }
        QString stored(const char *key, const char *path) const
        {
            return QString::fromStdString(model::stringOf(*fixture.value(key, path)));
        }
        QComboBox *places() const { return bar.findChild<QComboBox *>(QStringLiteral("formulaPlace")); }

        EditorFixture fixture;
        FormulaBar bar;
    };

private Q_SLOTS:
    void followsTheSelection()
    {
        Opened o;
        QVERIFY(o.bar.editor()->isReadOnly()); // nothing is selected
        o.select("bar");
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("[Orders/Region]"));
        QCOMPARE(o.places()->count(), 2);
        QCOMPARE(o.places()->currentText(), QStringLiteral("Region"));
        o.select("bar", "/columns/1/name");
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("[Orders/Region]")); // the name of a column is no formula
        o.select("bar", "/columns/1");
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("Sum([Orders/Amount])"));
        o.select("txt");
        QVERIFY(o.bar.editor()->isReadOnly());
        QVERIFY(o.bar.editor()->formula().isEmpty());
    }

    void enterStoresOneStepAndEscapeDropsIt()
    {
        Opened o;
        o.select("bar", "/columns/1");
        o.bar.focusEditor();
        o.bar.editor()->selectAll();
        QTest::keyClicks(o.bar.editor(), QStringLiteral("Max([Orders/Amount])"));
        QCOMPARE(o.stored("bar", "/columns/1/formula"), QStringLiteral("Sum([Orders/Amount])"));
        QTest::keyClick(o.bar.editor(), Qt::Key_Return);
        QCOMPARE(o.stored("bar", "/columns/1/formula"), QStringLiteral("Max([Orders/Amount])"));
        QCOMPARE(o.fixture.document.history().current(), 1);
        o.bar.editor()->selectAll();
        QTest::keyClicks(o.bar.editor(), QStringLiteral("1"));
        QTest::keyClick(o.bar.editor(), Qt::Key_Escape);
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("Max([Orders/Amount])"));
        QVERIFY(o.fixture.document.undo());
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("Sum([Orders/Amount])")); // follows the document
    }

    void leavingStores()
    {
        Opened o;
        o.select("bar", "/columns/1");
        o.bar.focusEditor();
        o.bar.editor()->selectAll();
        QTest::keyClicks(o.bar.editor(), QStringLiteral("7"));
        o.select("bar", "/columns/0");
        QCOMPARE(o.stored("bar", "/columns/1/formula"), QStringLiteral("7"));
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("[Orders/Region]"));
    }

    void theListChoosesAnotherFormula()
    {
        Opened o;
        o.select("bar");
        o.places()->setFocus();
        QTest::keyClick(o.places(), Qt::Key_Down);
        QCOMPARE(o.bar.place().path, std::string("/columns/1/formula"));
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("Sum([Orders/Amount])"));
        QCOMPARE(o.fixture.session.selection().path(), std::string("/columns/1/formula"));
    }

    void saysWhatIsWrong()
    {
        Opened o;
        o.select("bar");
        o.bar.focusEditor();
        o.bar.editor()->selectAll();
        QTest::keyClicks(o.bar.editor(), QStringLiteral("Summ(1"));
        auto *state = o.bar.findChild<QLabel *>(QStringLiteral("formulaState"));
        QTRY_VERIFY(state->accessibleName().contains(QStringLiteral("Summ")));
    }

    void namesOfTheWorkbookAreKnown()
    {
        Opened o;
        o.select("bar", "/columns/1");
        o.bar.focusEditor();
        QTRY_VERIFY(o.bar.editor()->vocabulary());
        const auto vocabulary = o.bar.editor()->vocabulary();
        QVERIFY(vocabulary->find("[Orders/Amount]"));
        QCOMPARE(vocabulary->find("[Orders/Amount]")->kind, model::formula::CompletionKind::Source);
        QVERIFY(vocabulary->find("[pRegion]"));
        o.bar.editor()->setFormula(QStringLiteral("Sum([Orders/Amuont])"));
        QTRY_VERIFY(o.bar.editor()->worstProblem());
        QTest::keyClick(o.bar.editor(), Qt::Key_Return, Qt::AltModifier);
        QTest::keyClick(o.bar.editor()->findChild<QMenu *>(QStringLiteral("fixes")), Qt::Key_Return);
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("Sum([Orders/Amount])"));
    }

    void renamesTheColumnUnderTheCaret()
    {
        Opened o;
        o.select("bar", "/columns/1");
        o.bar.focusEditor();
        QTRY_VERIFY(o.bar.editor()->bound() && o.fixture.session.formulas().targetAt(*o.bar.editor()) == std::nullopt);
        o.bar.editor()->select({10, 0});
        QTRY_VERIFY(o.fixture.session.formulas().targetAt(*o.bar.editor()));
        QSignalSpy asked(&o.fixture.session.formulas(), &FormulaDesk::referencesRequested);
        QTest::keyClick(o.bar.editor(), Qt::Key_F12, Qt::ShiftModifier);
        QCOMPARE(asked.count(), 1);
        QTest::keyClick(o.bar.editor(), Qt::Key_F2);
        auto *name = o.bar.editor()->findChild<QLineEdit *>(QStringLiteral("newName"));
        QVERIFY(name && name->isVisible());
        QCOMPARE(name->text(), QStringLiteral("Amount"));
        QTest::keyClicks(name, QStringLiteral("Region")); // taken
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(name->isVisible());
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("Total"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(o.stored("base", "/columns/1/name"), QStringLiteral("Total"));
        QCOMPARE(o.bar.editor()->formula(), QStringLiteral("Sum([Orders/Total])"));
        QCOMPARE(o.fixture.document.history().current(), 1);
    }

    void theDeskKnowsTheFormulaAtHand()
    {
        Opened o;
        FormulaDesk &desk = o.fixture.session.formulas();
        QSignalSpy taken(&desk, &FormulaDesk::taken);
        o.select("bar", "/columns/1");
        o.bar.focusEditor();
        QTRY_VERIFY(taken.count() > 0);
        QCOMPARE(desk.editor(), o.bar.editor());
        QCOMPARE(desk.place().path, std::string("/columns/1/formula"));
        QCOMPARE(desk.labelOf(desk.place()), QStringLiteral("Revenue"));
    }
};

QTEST_MAIN(TestFormulaBar)
#include "tst_formula_bar.moc"

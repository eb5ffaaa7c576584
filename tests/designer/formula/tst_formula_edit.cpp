// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_tip.h"
#include "tests/designer/editor_fixture.h"
#include "tests/model/formula/orders_scope.h"

using namespace tessera;
using namespace tessera::designer;

class TestFormulaEdit : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        explicit Opened(FormulaEdit::Lines lines = FormulaEdit::Lines::One)
        {
            applyTheme(*qApp, Tokens::light());
            auto *layout = new QVBoxLayout(&window);
            edit = new FormulaEdit(lines, &window);
            layout->addWidget(edit);
            layout->addStretch();
            window.resize(520, 300);
            window.show();
            (void)QTest::qWaitForWindowExposed(&window);
            window.activateWindow();
            edit->setFocus();
            edit->setScope(std::make_shared<model::formula::OrdersScope>());
            ready = QTest::qWaitFor([this] { return edit->vocabulary() && edit->bound(); });
        }
        CompletionPopup *popup() const { return edit->findChild<CompletionPopup *>(); }
        FormulaTip *tip() const { return edit->findChild<FormulaTip *>(); }
        void type(const char *text) const { QTest::keyClicks(edit, QString::fromLatin1(text)); }
        void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) const { QTest::keyClick(edit, key, with); }

        QWidget window;
        FormulaEdit *edit;
        bool ready = false;
    };

private Q_SLOTS:
    void writesWithCompletion()
    {
        Opened o;
        QVERIFY(o.ready);
        o.type("dattr");
        QVERIFY(o.popup()->isVisible());
        QCOMPARE(o.popup()->current()->item.label, QStringLiteral("DateTrunc"));
        o.press(Qt::Key_Return);
        QCOMPARE(o.edit->formula(), QStringLiteral("DateTrunc()"));
        QVERIFY(o.tip()->isVisible());
        o.type("\"mo");
        QVERIFY(o.popup()->isVisible());
        o.press(Qt::Key_Tab);
        QCOMPARE(o.edit->formula(), QStringLiteral("DateTrunc(\"month\")"));
        o.type(", [");
        QVERIFY(o.popup()->isVisible());
        QCOMPARE(o.popup()->current()->item.label, QStringLiteral("Day")); // the date comes first
        o.press(Qt::Key_Return);
        QCOMPARE(o.edit->formula(), QStringLiteral("DateTrunc(\"month\", [Day])"));
        o.type(")"); // walks over the one that is there
        QCOMPARE(o.edit->formula(), QStringLiteral("DateTrunc(\"month\", [Day])"));
        QTRY_VERIFY(o.edit->bound());
        QVERIFY(o.edit->bound()->isValid());
    }

    void theListWalksAndCloses()
    {
        Opened o;
        o.type("[");
        QVERIFY(o.popup()->isVisible());
        const QString first = o.popup()->current()->item.label;
        o.press(Qt::Key_Down);
        QVERIFY(o.popup()->current()->item.label != first);
        o.press(Qt::Key_Up);
        QCOMPARE(o.popup()->current()->item.label, first);
        QSignalSpy dropped(o.edit, &FormulaEdit::dropped);
        o.press(Qt::Key_Escape);
        QVERIFY(!o.popup()->isVisible());
        QCOMPARE(dropped.count(), 0); // the first Escape only closes the list
        o.press(Qt::Key_Escape);
        QCOMPARE(dropped.count(), 1);
        o.press(Qt::Key_Backspace);
        QCOMPARE(o.edit->formula(), QString()); // both brackets go
        o.press(Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(o.popup()->isVisible());
        QVERIFY(o.popup()->count() > 5);
    }

    void aClickChooses()
    {
        Opened o;
        o.type("[reg");
        auto *list = o.popup()->findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QCOMPARE(o.edit->formula(), QStringLiteral("[Region]"));
    }

    void theTipFollowsTheArgument()
    {
        Opened o;
        o.type("DateDiff(");
        QVERIFY(o.tip()->isVisible());
        QVERIFY(o.tip()->text().contains(QStringLiteral("<u>unit</u>")));
        o.type("\"day\", ");
        QVERIFY(o.tip()->text().contains(QStringLiteral("<u>start</u>")));
        o.press(Qt::Key_Escape);
        QVERIFY(!o.tip()->isVisible());
    }

    void mistakesAreMarkedAndCorrected()
    {
        Opened o;
        o.type("Summ(");
        o.press(Qt::Key_Escape);
        o.type("[Amount]");
        QTRY_VERIFY(o.edit->worstProblem());
        QVERIFY(o.edit->worstProblem()->message.contains(QStringLiteral("Summ")));
        QVERIFY(!o.edit->accessibleDescription().isEmpty());
        o.press(Qt::Key_Return, Qt::AltModifier);
        auto *menu = o.edit->findChild<QMenu *>(QStringLiteral("fixes"));
        QVERIFY(menu && menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(o.edit->formula(), QStringLiteral("Sum([Amount])"));
        QTRY_VERIFY(o.edit->bound());
        QVERIFY(!o.edit->worstProblem());
        o.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(o.edit->formula(), QStringLiteral("Summ([Amount])")); // one step
    }

    void enterAcceptsInALine()
    {
        Opened o;
        QSignalSpy accepted(o.edit, &FormulaEdit::accepted);
        o.type("1+2");
        o.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(accepted.count(), 0);
        QCOMPARE(o.edit->lines(), 2);
        o.press(Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
    }

    void enterBreaksInAnEditor()
    {
        Opened o(FormulaEdit::Lines::Several);
        QSignalSpy accepted(o.edit, &FormulaEdit::accepted);
        o.type("1+2");
        o.press(Qt::Key_Return);
        QCOMPARE(accepted.count(), 0);
        QCOMPARE(o.edit->lines(), 2);
        o.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(o.edit->lines(), 2);
    }

    void growsWithItsText()
    {
        Opened o;
        const int before = o.edit->sizeHint().height();
        o.edit->setFormula(QStringLiteral("If([Amount] > 1, \"a long text that needs room\", [Amount] > 2, \"another "
                                          "one that does\", \"and the last\")"));
        QTRY_VERIFY(o.edit->sizeHint().height() > before);
    }

    void formats()
    {
        Opened o;
        o.type("sum([Amount])*2");
        o.press(Qt::Key_Escape);
        o.press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(o.edit->formula(), QStringLiteral("Sum([Amount]) * 2"));
    }

    void helpIsAskedForTheFunctionAtHand()
    {
        Opened o;
        QSignalSpy asked(o.edit, &FormulaEdit::helpRequested);
        o.edit->setFormula(QStringLiteral("Round([Amount], 2)"));
        o.edit->select({8, 0});
        o.press(Qt::Key_F1);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), QStringLiteral("Round"));
    }

    void readOnlyTakesNothing()
    {
        Opened o;
        o.edit->setFormula(QStringLiteral("[Amount]"));
        o.edit->setReadOnly(true);
        o.type("x(");
        QCOMPARE(o.edit->formula(), QStringLiteral("[Amount]"));
        QVERIFY(!o.popup()->isVisible());
    }

    void tabLeaves()
    {
        Opened o;
        auto *next = new QWidget(&o.window);
        next->setFocusPolicy(Qt::TabFocus);
        next->show();
        QSignalSpy left(o.edit, &FormulaEdit::left);
        o.press(Qt::Key_Tab);
        QTRY_COMPARE(left.count(), 1);
    }
};

QTEST_MAIN(TestFormulaEdit)
#include "tst_formula_edit.moc"

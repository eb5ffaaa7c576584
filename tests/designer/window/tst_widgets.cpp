// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "designer/widgets/action_set.h"
#include "designer/widgets/banner.h"
#include "designer/widgets/command_palette.h"
#include "designer/widgets/empty_state.h"
#include "designer/widgets/search_field.h"
#include "designer/widgets/shortcut_page.h"
#include "designer/widgets/toast.h"
#include "model/base/fuzzy.h"

using namespace tessera::designer;
using tessera::model::fuzzyMatch;

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noShortcutIsUsedTwice();
    void everyActionSaysWhatItDoes();
    void aDisabledActionSaysWhy();
    void fuzzy_data();
    void fuzzy();
    void betterMatchesComeFirst();
    void paletteFiltersAndRuns();
    void paletteKeepsUnavailableCommandsStill();
    void shortcutPageFilters();
    void bannerRunsItsChoiceAndGoes();
    void toastOffersUndo();
    void emptyStateOffers();
};

void TestWidgets::noShortcutIsUsedTwice()
{
    QHash<QString, QString> owner;
    for (const ActionSpec &spec : allActions()) {
        for (const QKeySequence &keys : spec.shortcuts) {
            const QString text = keys.toString(QKeySequence::PortableText);
            QVERIFY2(!text.isEmpty(), qPrintable(spec.id));
            QVERIFY2(!owner.contains(text), qPrintable(text + u' ' + owner.value(text) + u' ' + spec.id));
            owner.insert(text, spec.id);
        }
    }
}

void TestWidgets::everyActionSaysWhatItDoes()
{
    QSet<QString> ids;
    for (const ActionSpec &spec : allActions()) {
        QVERIFY2(!spec.text.isEmpty() && spec.help.endsWith(u'.'), qPrintable(spec.id));
        QVERIFY2(!ids.contains(spec.id), qPrintable(spec.id));
        ids.insert(spec.id);
    }
}

void TestWidgets::aDisabledActionSaysWhy()
{
    QWidget window;
    ActionSet actions(&window);
    QAction *undo = actions.action(QStringLiteral("edit.undo"));
    QVERIFY(!undo->isEnabled());
    QVERIFY(undo->toolTip().contains(reasonFor(Need::Document)));
    actions.setPresent(Needs(Need::Document) | Need::Writable);
    QVERIFY(undo->toolTip().contains(reasonFor(Need::Undo)));
    actions.setPresent(Needs(Need::Document) | Need::Writable | Need::Undo);
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->toolTip().contains(QStringLiteral("Ctrl+Z")));
}

void TestWidgets::fuzzy_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matches");
    QTest::newRow("empty pattern") << QString() << QStringLiteral("Undo") << true;
    QTest::newRow("start of words") << QStringLiteral("sa") << QStringLiteral("Select all") << true;
    QTest::newRow("letters in order") << QStringLiteral("brchrt") << QStringLiteral("Insert Bar chart") << true;
    QTest::newRow("spaces do not count") << QStringLiteral("bar ch") << QStringLiteral("Barchart") << true;
    QTest::newRow("wrong order") << QStringLiteral("ub") << QStringLiteral("Bump") << false;
    QTest::newRow("a letter that is not there") << QStringLiteral("undoz") << QStringLiteral("Undo") << false;
}

void TestWidgets::fuzzy()
{
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(bool, matches);
    QCOMPARE(fuzzyMatch(pattern, text).has_value(), matches);
}

void TestWidgets::betterMatchesComeFirst()
{
    const QString pattern = QStringLiteral("sa");
    const int words = fuzzyMatch(pattern, QStringLiteral("Save as"))->score;
    const int inside = fuzzyMatch(pattern, QStringLiteral("Persona"))->score;
    QVERIFY(words > inside);
}

void TestWidgets::paletteFiltersAndRuns()
{
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QString ran;
    palette.open({{QStringLiteral("Undo"), {}, {}, {}, {}, [&] { ran = QStringLiteral("undo"); }},
                  {QStringLiteral("Zoom in"), {}, {}, {}, {}, [&] { ran = QStringLiteral("zoom"); }}});
    auto *field = palette.findChild<SearchField *>();
    QCOMPARE(palette.visibleCount(), 2);
    QTest::keyClicks(field, QStringLiteral("zi"));
    QCOMPARE(palette.visibleCount(), 1);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(ran, QStringLiteral("zoom"));
    QVERIFY(!palette.isVisible());
}

void TestWidgets::paletteKeepsUnavailableCommandsStill()
{
    QWidget window;
    CommandPalette palette(&window);
    window.show();
    bool ran = false;
    palette.open(
        {{QStringLiteral("Undo"), {}, {}, {}, QStringLiteral("There is nothing to undo."), [&] { ran = true; }}});
    QTest::keyClick(palette.findChild<SearchField *>(), Qt::Key_Return);
    QVERIFY(!ran);
    QVERIFY(palette.isVisible());
    QTest::keyClick(palette.findChild<SearchField *>(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
}

void TestWidgets::shortcutPageFilters()
{
    ShortcutPage page;
    auto *tree = page.findChild<QTreeWidget *>();
    QTest::keyClicks(page.findChild<SearchField *>(), QStringLiteral("ctrl+k"));
    int shown = 0;
    for (QTreeWidgetItemIterator it(tree, QTreeWidgetItemIterator::NotHidden | QTreeWidgetItemIterator::NoChildren);
         *it; ++it)
        ++shown;
    QCOMPARE(shown, 1);
}

void TestWidgets::bannerRunsItsChoiceAndGoes()
{
    QWidget window;
    auto *banner = new Banner(Tone::Warn, QStringLiteral("The file was changed."), &window);
    bool ran = false;
    banner->addChoice(QStringLiteral("Read it again"), {}, [&] { ran = true; });
    window.show();
    QPointer<Banner> alive = banner;
    QTest::mouseClick(banner->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(ran);
    QTRY_VERIFY(!alive);
}

void TestWidgets::toastOffersUndo()
{
    QWidget window;
    window.resize(600, 400);
    Toast toast(&window);
    window.show();
    bool undone = false;
    toast.show(Tone::Ok, QStringLiteral("Deleted."), QStringLiteral("Undo"), [&] { undone = true; });
    QVERIFY(toast.isVisible());
    QTest::mouseClick(toast.findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(undone && !toast.isVisible());
}

void TestWidgets::emptyStateOffers()
{
    EmptyState state(QStringLiteral("plus"), QStringLiteral("No pages yet"), QStringLiteral("Add one."));
    bool ran = false;
    QPushButton *button = state.addOffer(QStringLiteral("Add"), QStringLiteral("Ctrl+N"), [&] { ran = true; });
    state.show();
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(ran);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

#include "app/window/composition.h"
#include "app/window/dock_host.h"
#include "app/window/main_window.h"
#include "designer/help/help_pages.h"
#include "designer/help/help_window.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"
#include "model/base/text.h"
#include "model/checks/rule.h"

using namespace tessera;
using namespace tessera::app;
using designer::HelpPages;
using designer::HelpWindow;

namespace {

// Keeps a picture when a folder for pictures is named in the environment; used to look at the window.
void keepPicture(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("TESSERA_PICTURES");
    if (!folder.isEmpty())
        widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace

// The help is complete: every page opens, every link leads somewhere, every field and rule has its place.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyEntryHasItsPlace();
    void tablesOfArgumentsNameTheirColumns();
    void everyLinkLeadsToAPage();
    void everyFieldHasItsPlace();
    void walksBackAndForward();
    void filterFindsByRuleAndKind();
    void f1OpensThePlaceOfAField();
    void f1OnAProblemOpensItsRule();

private:
    HelpWindow *window(const MainWindow &main) const { return main.findChild<HelpWindow *>(); }
    void openSample(MainWindow &main);

    std::unique_ptr<Composition> m_composition;
};

void TestHelp::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_help"));
    auto composition = Composition::create();
    QVERIFY(composition.has_value());
    m_composition = std::move(*composition);
    designer::applyTheme(*qApp, designer::Tokens::light());
}

void TestHelp::everyEntryHasItsPlace()
{
    const HelpPages pages(m_composition->catalogue());
    const auto entries = pages.entries();
    QVERIFY(entries.size() > 300);
    for (const HelpPages::Entry &entry : entries) {
        const auto page = pages.page(entry.page);
        QVERIFY2(page, qPrintable(entry.page));
        QVERIFY2(!page->title.isEmpty() && !entry.title.isEmpty(), qPrintable(entry.page));
        if (!entry.place.isEmpty())
            QVERIFY2(page->markdown.contains(u'`' + entry.place + u'`') ||
                         page->markdown.contains(QStringLiteral("### %1\n").arg(entry.place)),
                     qPrintable(entry.place));
    }
    HelpWindow help(m_composition->catalogue());
    help.showPage(QStringLiteral("functions/date"), QStringLiteral("DateTrunc"));
    QCOMPARE(help.shownPlace(), QStringLiteral("DateTrunc"));
    for (const model::RuleInfo &rule : model::allRules()) {
        const QString id = QString::fromLatin1(rule.id);
        help.showPage(QStringLiteral("rules/") + id.section(u'.', 0, 0), id);
        QVERIFY2(help.shownPlace().startsWith(id), rule.id);
    }
}

void TestHelp::tablesOfArgumentsNameTheirColumns()
{
    const HelpPages pages(m_composition->catalogue());
    for (const HelpPages::Entry &entry : pages.entries()) {
        if (entry.page.startsWith(QStringLiteral("functions/")))
            QVERIFY2(!pages.page(entry.page)->markdown.contains(QStringLiteral("| |\n|--")), qPrintable(entry.page));
    }
}

void TestHelp::everyLinkLeadsToAPage()
{
    const HelpPages pages(m_composition->catalogue());
    static const QRegularExpression links(QStringLiteral("(!?)\\[[^\\]]*\\]\\(([^)\\s]+)\\)"));
    QStringList open{QStringLiteral("index"), QStringLiteral("elements"), QStringLiteral("rules")}, seen;
    while (!open.isEmpty()) {
        const QString name = open.takeFirst();
        if (seen.contains(name))
            continue;
        seen << name;
        const auto page = pages.page(name);
        QVERIFY2(page, qPrintable(name));
        auto found = links.globalMatch(page->markdown);
        while (found.hasNext()) {
            const auto match = found.next();
            const QString target = match.captured(2).section(u'#', 0, 0);
            if (match.captured(1).isEmpty() && !target.isEmpty() && !target.contains(QStringLiteral("://")))
                open << target;
        }
    }
    QVERIFY(seen.contains(QStringLiteral("types/column")));
    QVERIFY(seen.contains(QStringLiteral("command-line")));
}

// That the texts are complete is tested with the catalogue; here, that the window finds the lines.
void TestHelp::everyFieldHasItsPlace()
{
    HelpWindow help(m_composition->catalogue());
    for (const char *page : {"elements/table", "elements/bar-chart", "elements/text", "controls/list",
                             "effects/navigate", "types/column"}) {
        const std::string name = std::string(page).substr(std::string_view(page).find('/') + 1);
        const model::Catalogue &catalogue = m_composition->catalogue();
        const model::KindSpec *kind = catalogue.element(name);
        kind = kind ? kind : catalogue.control(name);
        kind = kind ? kind : catalogue.effect(name);
        for (const model::PropertySpec &field : kind ? kind->fields() : catalogue.type(name)->fields) {
            if (field.key == "kind" || field.key == "controlType" || field.key == "effect")
                continue; // the heading says it
            const QString key = model::toQString(field.key);
            help.showPage(QString::fromLatin1(page), key);
            QVERIFY2(help.shownPlace().startsWith(key), qPrintable(QLatin1String(page) + u' ' + key));
        }
    }
}

void TestHelp::walksBackAndForward()
{
    HelpWindow help(m_composition->catalogue());
    help.showPage(QStringLiteral("index"));
    keepPicture(help, QStringLiteral("help_index"));
    help.showPage(QStringLiteral("elements/bar-chart"), QStringLiteral("stacking"));
    keepPicture(help, QStringLiteral("help_element"));
    help.showPage(QStringLiteral("rules/layout"), QStringLiteral("layout.unplaced"));
    help.showPage(QStringLiteral("command-line"), QStringLiteral("schema-import"));
    QCOMPARE(help.shownPlace(), QStringLiteral("Schema import"));
    QTest::mouseClick(help.findChild<QToolButton *>(QStringLiteral("helpBack")), Qt::LeftButton);
    keepPicture(help, QStringLiteral("help_rule"));
    QCOMPARE(help.currentPage(), QStringLiteral("rules/layout"));
    QTest::mouseClick(help.findChild<QToolButton *>(QStringLiteral("helpForward")), Qt::LeftButton);
    QCOMPARE(help.currentPage(), QStringLiteral("command-line"));
    help.showPage(QStringLiteral("no-such-page"));
    QCOMPARE(help.currentPage(), QStringLiteral("index"));
}

void TestHelp::filterFindsByRuleAndKind()
{
    HelpWindow help(m_composition->catalogue());
    help.showPage(QStringLiteral("index"));
    auto *search = help.findChild<QLineEdit *>(QStringLiteral("helpSearch"));
    auto *contents = help.findChild<QTreeWidget *>(QStringLiteral("helpContents"));
    const auto shown = [contents] {
        int count = 0;
        for (int g = 0; g < contents->topLevelItemCount(); ++g) {
            for (int i = 0; i < contents->topLevelItem(g)->childCount(); ++i)
                count += !contents->topLevelItem(g)->child(i)->isHidden();
        }
        return count;
    };
    QTest::keyClicks(search, QStringLiteral("layout.unplaced"));
    QCOMPARE(shown(), 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("not placed in layout")); // what the server says
    QVERIFY(shown() >= 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("waterfall-chart"));
    QVERIFY(shown() >= 1);
}

void TestHelp::openSample(MainWindow &main)
{
    main.resize(1280, 800);
    main.show();
    QVERIFY(QTest::qWaitForWindowExposed(&main));
    QSignalSpy opened(&main, &MainWindow::opened);
    main.openSample();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 10'000);
    main.activateWindow();
}

void TestHelp::f1OpensThePlaceOfAField()
{
    MainWindow main(*m_composition);
    openSample(main);
    QTest::keyClick(&main, Qt::Key_F1);
    QTRY_VERIFY(window(main));
    QCOMPARE(window(main)->currentPage(), QStringLiteral("index"));
    const model::Workbook &workbook = main.session()->workbook();
    const auto chart = std::find_if(workbook.elements.begin(), workbook.elements.end(),
                                    [](const model::Object &element) { return element.kind() == "bar-chart"; });
    QVERIFY(chart != workbook.elements.end());
    main.session()->selection().setElement((*chart).key());
    main.docks().show(QStringLiteral("inspector"));
    main.activateWindow();
    QLineEdit *line = nullptr;
    const auto findLine = [&] {
        for (QLineEdit *one : main.docks().content(QStringLiteral("inspector"))->findChildren<QLineEdit *>()) {
            // The kind is the page itself and has no place on it.
            if (one->isVisible() && one->objectName().startsWith(QStringLiteral("editor:/")) &&
                one->objectName() != QLatin1String("editor:/kind"))
                return line = one;
        }
        return line;
    };
    QTRY_VERIFY(findLine());
    line->setFocus();
    QTRY_VERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_F1);
    QTRY_COMPARE(window(main)->currentPage(), QStringLiteral("elements/bar-chart"));
    QCOMPARE(window(main)->shownPlace().section(u' ', 0, 0), line->objectName().section(u'/', 1, 1));
    main.current()->forget();
}

void TestHelp::f1OnAProblemOpensItsRule()
{
    MainWindow main(*m_composition);
    openSample(main);
    QTRY_VERIFY_WITH_TIMEOUT(main.isChecked(), 10'000);
    main.docks().show(QStringLiteral("problems"));
    auto *problems =
        main.docks().content(QStringLiteral("problems"))->findChild<QTreeView *>(QStringLiteral("problems"));
    QVERIFY(problems);
    QTRY_VERIFY(problems->model()->rowCount() > 0);
    problems->setFocus();
    problems->setCurrentIndex(problems->model()->index(0, 0));
    const QString rule = problems->model()->index(0, 3).data().toString();
    QTest::keyClick(problems, Qt::Key_F1);
    QTRY_VERIFY(window(main));
    QCOMPARE(window(main)->currentPage(), QStringLiteral("rules/") + rule.section(u'.', 0, 0));
    QVERIFY(window(main)->shownPlace().startsWith(rule));
    main.current()->forget();
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"

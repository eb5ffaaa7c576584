// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/dock_host.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "designer/canvas/canvas_view.h"
#include "designer/code/code_pane.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"
#include "designer/widgets/command_palette.h"
#include "designer/widgets/search_field.h"
#include "tests/app/main_window_fixture.h"

using namespace tessera;
using namespace tessera::app;
using tessera::test::Answer;
using tessera::test::differingLines;
using tessera::test::smallBook;

class TestMainWindow : public test::MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void startPageOffersTemplates();
    void opensAWorkbook();
    void whatCannotBeReadIsSaid();
    void panelsAreInStep();
    void paletteRunsACommand();
    void problemsAreFoundAndCounted();
    void codeFollowsTheSelection();
    void themeSwitchesEverything();
    void docksHideWithOneKey();
    void hiddenDocksStayHidden();
    void enterOnTheCanvasRenames();
    void copiesAsText();
    void everyInteractiveWidgetHasAName();
};

void TestMainWindow::startPageOffersTemplates()
{
    auto *card = m_window->findChild<QAbstractButton *>(QStringLiteral("template:blank"));
    QVERIFY(card);
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    card->setFocus();
    QTest::keyClick(card, Qt::Key_Return);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(m_window->current()->path().isEmpty());
    const Answer answer(QStringLiteral("unsavedDiscard"));
    m_window->actions().action(QStringLiteral("file.start"))->trigger();
    QVERIFY(!m_window->current());
}

void TestMainWindow::opensAWorkbook()
{
    open(writeSmall());
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("small.yaml")));
    QVERIFY(!m_window->isWindowModified());
    QCOMPARE(m_window->central()->tabCount(), 2);
    QCOMPARE(settings::recentFiles().size(), 1);
    QVERIFY(m_window->bannerMessages().isEmpty());
}

void TestMainWindow::whatCannotBeReadIsSaid()
{
    const QString path = m_folder->filePath(QStringLiteral("broken.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name: [unclosed");
    file.close();
    m_window->openFile(path);
    QTRY_COMPARE(m_window->bannerMessages().size(), 1);
    QVERIFY(!m_window->current());
}

void TestMainWindow::panelsAreInStep()
{
    open(writeSmall());
    auto *outline = qobject_cast<QWidget *>(m_window->docks().content(QStringLiteral("outline")));
    auto *tree = outline->findChild<QTreeView *>(QStringLiteral("outline"));
    m_window->session()->selection().setElement("chart");
    QCOMPARE(tree->currentIndex().data().toString(), QStringLiteral("Revenue by region"));
    m_window->central()->step(1);
    QCOMPARE(m_window->session()->currentBlock(), std::string("sources"));
    QVERIFY(m_window->session()->commit(
        QStringLiteral("Rename"),
        {model::SetProperty{model::Scope::Page, "main", "/name", model::Json("Main"), model::Json("First"), -1}}));
    QCOMPARE(m_window->findChild<QTabBar *>(QStringLiteral("tabs"))->tabText(0), QStringLiteral("First"));
}

void TestMainWindow::paletteRunsACommand()
{
    open(writeSmall());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<designer::CommandPalette *>();
    QVERIFY(palette->isVisible());
    auto *field = palette->findChild<designer::SearchField *>();
    QTest::keyClicks(field, QStringLiteral("revenue by"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->session()->selection().elements(), QList<model::Key>{"chart"});
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("add page"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void TestMainWindow::problemsAreFoundAndCounted()
{
    open(writeSmall());
    QTRY_VERIFY(m_window->isChecked());
    const auto before = m_window->session()->diagnostics().size();
    // An element that no page shows is what Sigma refuses.
    QVERIFY(m_window->session()->commit(
        QStringLiteral("Insert"),
        {model::InsertObject{
            model::Collection::Elements, 0, "lost", {{"id", "lost"}, {"kind", "text"}, {"body", "x"}}}}));
    QTRY_VERIFY(m_window->isChecked() && m_window->session()->diagnostics().size() > before);
    QTest::keyClick(m_window.get(), Qt::Key_F8);
    QVERIFY(!m_window->session()->selection().isEmpty());
}

void TestMainWindow::codeFollowsTheSelection()
{
    open(writeSmall());
    m_window->actions().action(QStringLiteral("view.code"))->trigger();
    designer::CodePane *code = m_window->central()->code();
    QTRY_VERIFY(code->text().find("Revenue by region") != std::string::npos);
    m_window->session()->selection().setElement("chart");
    QVERIFY(QByteArray::fromStdString(code->text()).startsWith("# a comment that must survive\n"));
    nudgeChart();
    QTRY_COMPARE(differingLines(smallBook, QByteArray::fromStdString(code->text())), 1);
    m_window->actions().action(QStringLiteral("view.design"))->trigger();
    QVERIFY(m_window->central()->isCanvasInFront());
}

void TestMainWindow::themeSwitchesEverything()
{
    open(writeSmall());
    m_window->actions().action(QStringLiteral("view.themeDark"))->trigger();
    QVERIFY(designer::tokensOf(m_window->palette()).dark);
    QCOMPARE(settings::theme(), designer::ThemeChoice::Dark);
    m_window->actions().action(QStringLiteral("view.themeLight"))->trigger();
    QVERIFY(!designer::tokensOf(m_window->palette()).dark);
}

void TestMainWindow::docksHideWithOneKey()
{
    open(writeSmall());
    QVERIFY(m_window->docks().dock(QStringLiteral("outline"))->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(!m_window->docks().dock(QStringLiteral("outline"))->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(m_window->docks().dock(QStringLiteral("outline"))->isVisible());
}

void TestMainWindow::hiddenDocksStayHidden()
{
    const QString path = writeSmall();
    open(path);
    QTest::keyClick(m_window.get(), Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(m_window->close());
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->show();
    open(path);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    for (const char *name : {"outline", "elements", "inspector"})
        QVERIFY(!m_window->docks().dock(QString::fromLatin1(name))->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(m_window->docks().dock(QStringLiteral("outline"))->isVisible());
    QVERIFY(m_window->docks().dock(QStringLiteral("inspector"))->isVisible());
    QVERIFY(m_window->docks().content(QStringLiteral("outline")));
}

void TestMainWindow::enterOnTheCanvasRenames()
{
    open(writeSmall());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->session()->selection().setElement("chart");
    m_window->central()->canvas()->setFocus();
    QTest::keyClick(m_window->central()->canvas(), Qt::Key_Return);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Sales"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_window->session()->workbook().element("chart")->name(), std::string("Sales"));
}

void TestMainWindow::copiesAsText()
{
    open(writeSmall());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->session()->selection().setElement("chart");
    m_window->central()->canvas()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("Revenue by region")));
    QApplication::clipboard()->setText(text); // as it comes back from a mail
    QTest::keyClick(m_window.get(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_window->session()->workbook().elements.size(), 3);
}

void TestMainWindow::everyInteractiveWidgetHasAName()
{
    open(writeSmall());
    for (const char *name : {"outline", "elements", "data", "inspector", "problems", "history"})
        m_window->docks().show(QString::fromLatin1(name));
    m_window->session()->selection().setElement("chart");
    m_window->central()->code();
    QCoreApplication::processEvents();
    QStringList nameless;
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
        const bool interactive = qobject_cast<const QAbstractButton *>(widget) ||
                                 qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                                 qobject_cast<const QAbstractItemView *>(widget) ||
                                 qobject_cast<const QTabBar *>(widget);
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) // parts Qt names itself
                           || qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                           widget->inherits("QComboBoxListView") // the list a named combo box opens
                           || qobject_cast<const QLineEdit *>(widget->parentWidget()) ||
                           (qobject_cast<const QTabBar *>(widget->parentWidget()) && !widget->isVisible());
        const bool view = qobject_cast<const QAbstractItemView *>(widget) && widget->inherits("QHeaderView");
        if (!interactive || inner || view)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || !widget->toolTip().isEmpty() ||
                           (button && !button->text().isEmpty());
        if (!named)
            nameless.append(QStringLiteral("%1 “%2” in %3")
                                .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                     widget->parentWidget() ? widget->parentWidget()->objectName() : QString()));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
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
#include "model/base/text.h"

using namespace tessera;
using namespace tessera::app;
using tessera::designer::CanvasView;

namespace {

const char *const smallBook = R"yaml(# a comment that must survive
name: Small
document:
  schemaVersion: 1
  kind: workbook
  elements:
    - id: data
      kind: table
      name: Data # kept
      source: {kind: sql, connectionId: c, statement: select 1 as "A"}
      columns:
        - {id: a, formula: '[Custom SQL/A]', name: A}
    - id: chart
      kind: bar-chart
      name: Revenue by region
      source: {kind: table, elementId: data}
      columns:
        - {id: x, formula: '[Data/A]', name: X}
        - {id: y, formula: 'Sum([Data/A])', name: Y}
      xAxis: {columnId: x}
      yAxis: {columnIds: [y]}
  pages:
    - id: main
      name: Main
    - id: sources
      name: Sources
      visibility: hidden
  layout: |
    <?xml version="1.0" encoding="utf-8"?>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="main">
      <Element elementId="chart" gridColumn="1 / 13" gridRow="1 / 11"/>
    </Page>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="sources">
      <Element elementId="data" gridColumn="1 / 25" gridRow="1 / 16"/>
    </Page>
)yaml";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Lines that differ between two texts of equally many lines; -1 when their number differs.
int differingLines(const QByteArray &a, const QByteArray &b)
{
    const QList<QByteArray> left = a.split('\n');
    const QList<QByteArray> right = b.split('\n');
    if (left.size() != right.size())
        return -1;
    int count = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        count += left.at(i) != right.at(i);
    return count;
}

// Answers modal questions with the button of this name as long as it lives.
class Answer
{
public:
    explicit Answer(const QString &button)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [button] {
            const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            for (QAbstractButton *one : box ? box->buttons() : QList<QAbstractButton *>()) {
                if (one->objectName() == button)
                    return one->click();
            }
        });
        m_timer.start(5);
    }

private:
    QTimer m_timer;
};

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void startPageOffersTemplates();
    void opensAWorkbook();
    void whatCannotBeReadIsSaid();
    void dragUndoRedoSaveChangesOneLine();
    void realWorkbookKeepsItsBytes();
    void panelsAreInStep();
    void paletteRunsACommand();
    void problemsAreFoundAndCounted();
    void codeFollowsTheSelection();
    void themeSwitchesEverything();
    void docksHideWithOneKey();
    void hiddenDocksStayHidden();
    void enterOnTheCanvasRenames();
    void copiesAsText();
    void unsavedChangesAreAskedAbout_data();
    void unsavedChangesAreAskedAbout();
    void keptChangesComeBack();
    void aFileChangedOutsideIsNoticed();
    void aSecondWindowOnlyReads();
    void exportsAPackage();
    void nothingIsLostByAKill();
    void everyInteractiveWidgetHasAName();

private:
    void open(const QString &path);
    QString writeSmall(const QString &name = QStringLiteral("small.yaml"));
    model::GridRect chartRect() const;
    void nudgeChart();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_main_window"));
    auto composition = Composition::create();
    QVERIFY(composition.has_value());
    m_composition = std::move(*composition);
    designer::applyTheme(*qApp, designer::Tokens::light());
}

void TestMainWindow::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestMainWindow::open(const QString &path)
{
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openFile(path);
    QTRY_COMPARE(opened.size(), 1);
    m_window->activateWindow();
}

QString TestMainWindow::writeSmall(const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(smallBook) < 0)
        return {};
    return path;
}

model::GridRect TestMainWindow::chartRect() const
{
    const model::LayoutTree &layout = m_window->session()->workbook().layout;
    return *layout.node(layout.findElement("chart"))->rect;
}

void TestMainWindow::nudgeChart()
{
    m_window->session()->selection().setElement("chart");
    m_window->central()->canvas()->setFocus();
    QTest::keyClick(m_window->central()->canvas(), Qt::Key_Right);
    QTRY_VERIFY(m_window->current()->document().isModified());
}

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

void TestMainWindow::dragUndoRedoSaveChangesOneLine()
{
    const QString path = writeSmall();
    open(path);
    CanvasView *canvas = m_window->central()->canvas();
    QTRY_VERIFY(!canvas->viewportRect("chart").isEmpty());
    const QRect card = canvas->viewportRect("chart");
    const model::GridRect before = chartRect();
    const QPoint from = card.center();
    const QPoint to = from + QPoint(card.width() / 2, 0);
    QTest::mousePress(canvas->viewport(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i)
        QTest::mouseMove(canvas->viewport(), from + (to - from) * i / 10);
    QTest::mouseRelease(canvas->viewport(), Qt::LeftButton, {}, to);
    const model::GridRect after = chartRect();
    QVERIFY(after.x > before.x);
    QVERIFY(m_window->isWindowModified());

    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(chartRect(), before);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(chartRect(), after);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->current()->document().isModified());
    QCOMPARE(differingLines(smallBook, contentOf(path)), 1);
    QVERIFY(contentOf(path).contains("elementId=\"chart\""));
}

void TestMainWindow::realWorkbookKeepsItsBytes()
{
    const QString real = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");
    if (!QFile::exists(real))
        QSKIP("The corpus is not here.");
    const QString path = m_folder->filePath(QStringLiteral("plugs.yaml"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contentOf(real));
    file.close();
    open(path);
    m_window->session()->selection().setElement("chart-by-region");
    m_window->central()->canvas()->setFocus();
    QTest::keyClick(m_window->central()->canvas(), Qt::Key_Left, Qt::ShiftModifier); // narrower: touches nothing else
    QTRY_VERIFY(m_window->current()->document().isModified());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->save());
    QCOMPARE(differingLines(contentOf(real), contentOf(path)), 1);
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
    QVERIFY(m_window->session()->commit(QStringLiteral("Rename"),
                                        {model::SetProperty{model::Scope::Page, "main", "/name", model::Json("Main"),
                                                            model::Json("First"), -1}}));
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
    QVERIFY(m_window->session()->commit(QStringLiteral("Insert"),
                                        {model::InsertObject{model::Collection::Elements, 0, "lost",
                                                             {{"id", "lost"}, {"kind", "text"}, {"body", "x"}}}}));
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

void TestMainWindow::unsavedChangesAreAskedAbout_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("writes");
    QTest::newRow("save") << QStringLiteral("unsavedSave") << true << true;
    QTest::newRow("keep for later") << QStringLiteral("unsavedKeep") << true << false;
    QTest::newRow("discard") << QStringLiteral("unsavedDiscard") << true << false;
    QTest::newRow("cancel") << QStringLiteral("unsavedCancel") << false << false;
}

void TestMainWindow::unsavedChangesAreAskedAbout()
{
    QFETCH(QString, button);
    QFETCH(bool, closes);
    QFETCH(bool, writes);
    const QString path = writeSmall();
    open(path);
    nudgeChart();
    const Answer answer(button);
    QCOMPARE(m_window->close(), closes);
    QCOMPARE(contentOf(path) != smallBook, writes);
}

void TestMainWindow::keptChangesComeBack()
{
    const QString path = writeSmall();
    open(path);
    nudgeChart();
    const model::GridRect moved = chartRect();
    const Answer answer(QStringLiteral("unsavedKeep"));
    QVERIFY(m_window->close());
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->show();
    open(path);
    QCOMPARE(chartRect(), moved);
    QCOMPARE(m_window->bannerMessages().size(), 1);
    QVERIFY(m_window->current()->discardEdits().has_value());
    QVERIFY(chartRect() != moved);
    QVERIFY(!m_window->current()->document().isModified());
}

void TestMainWindow::aFileChangedOutsideIsNoticed()
{
    const QString path = writeSmall();
    open(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(smallBook).replace("Small", "Large"));
    file.close();
    QTRY_COMPARE(m_window->bannerMessages().size(), 1);
    nudgeChart();
    QVERIFY(!m_window->save()); // never over somebody else's work unasked
    QVERIFY(contentOf(path).contains("Large"));
    const Answer answer(QStringLiteral("unsavedKeep"));
    m_window->close();
}

void TestMainWindow::aSecondWindowOnlyReads()
{
    const QString path = writeSmall();
    open(path);
    MainWindow second(*m_composition);
    second.show();
    QSignalSpy opened(&second, &MainWindow::opened);
    second.openFile(path);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(second.current()->document().isReadOnly());
    QCOMPARE(second.bannerMessages().size(), 1);
}

void TestMainWindow::exportsAPackage()
{
    open(writeSmall());
    const QString target = m_folder->filePath(QStringLiteral("small.zip"));
    QSignalSpy exported(m_window.get(), &MainWindow::exported);
    m_window->exportPackage(target, true);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 20000);
    QVERIFY(contentOf(target).startsWith("PK"));
}

void TestMainWindow::nothingIsLostByAKill()
{
    const QString path = writeSmall();
    QProcess editor;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TST_MAIN_WINDOW_EDIT"), path);
    editor.setProcessEnvironment(environment);
    editor.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(editor.waitForReadyRead(30000)); // it has edited and the edit is on disk
    editor.kill();
    QVERIFY(editor.waitForFinished());
    open(path);
    QCOMPARE(chartRect().x, 1);
    QVERIFY(m_window->current()->notices().crashed);
    QCOMPARE(m_window->bannerMessages().size(), 1);
    QVERIFY(m_window->current()->document().history().canUndo());
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
        const bool interactive = qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
                                 || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
                                 || qobject_cast<const QTabBar *>(widget);
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_")) // parts Qt names itself
                           || qobject_cast<const QComboBox *>(widget->parentWidget())
                           || widget->inherits("QComboBoxListView") // the list a named combo box opens
                           || qobject_cast<const QLineEdit *>(widget->parentWidget())
                           || (qobject_cast<const QTabBar *>(widget->parentWidget()) && !widget->isVisible());
        const bool view = qobject_cast<const QAbstractItemView *>(widget) && widget->inherits("QHeaderView");
        if (!interactive || inner || view)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || !widget->toolTip().isEmpty()
                           || (button && !button->text().isEmpty());
        if (!named)
            nameless.append(QStringLiteral("%1 “%2” in %3").arg(QLatin1String(widget->metaObject()->className()),
                                                                widget->objectName(),
                                                                widget->parentWidget() ? widget->parentWidget()->objectName()
                                                                                       : QString()));
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

namespace {

// The other half of nothingIsLostByAKill: opens the file, edits, says so and waits to be killed.
int editAndWait(QApplication &application, const QString &path)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_main_window"));
    const auto composition = Composition::create();
    MainWindow window(**composition);
    QObject::connect(&window, &MainWindow::opened, &window, [&window] {
        const model::LayoutTree &layout = window.session()->workbook().layout;
        const model::NodeId node = layout.findElement("chart");
        const model::NodePlace before{layout.parentOf(node), layout.indexOf(node), layout.node(node)->rect};
        model::NodePlace after = before;
        after.rect = after.rect->translated(1, 0);
        window.session()->commit(QStringLiteral("Move"), {model::MoveNode{node, before, after}});
        if (window.current()->flush()) {
            std::puts("edited");
            std::fflush(stdout);
        }
    });
    window.openFile(path);
    window.show();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString path = qEnvironmentVariable("TST_MAIN_WINDOW_EDIT"); !path.isEmpty())
        return editAndWait(application, path);
    TestMainWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_main_window.moc"

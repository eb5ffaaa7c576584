// SPDX-License-Identifier: GPL-3.0-or-later
// The main job by hand: open a workbook, move a chart, undo, redo, save, convert, export; fill rows and order effects,
// lose the program to a kill, find everything again. Only keys and mouse buttons are used on the window.
#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "adapters/codec/workbook_file.h"
#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "designer/canvas/canvas_view.h"
#include "designer/graph/graph_canvas.h"
#include "designer/graph/graph_card.h"
#include "designer/grid/row_grid.h"
#include "designer/style/theme.h"
#include "model/change/diff.h"
#include "model/layout/block_geometry.h"
#include "model/workbook/action_flow.h"
#include "tests/support/file_dialog_hand.h"

using namespace tessera;
using tests::FileDialogHand;
using namespace tessera::app;
using tessera::designer::CanvasView;

namespace {

const char *const plants = R"yaml(# the nursery's own workbook
name: Plants
document:
  schemaVersion: 1
  kind: workbook
  elements:
    - id: data
      kind: table
      name: Orders # one line an order
      source: {kind: sql, connectionId: c, statement: 'select 1 as "A"'}
      columns:
        - {id: a, formula: '[Custom SQL/A]', name: A}
    - id: chart
      kind: bar-chart
      name: Revenue by region
      source: {kind: table, elementId: data}
      columns:
        - {id: x, formula: '[Orders/A]', name: X}
        - {id: y, formula: 'Sum([Orders/A])', name: Y}
      xAxis: {columnId: x}
      yAxis: {columnIds: [y]}
    - id: plan
      kind: input-table
      name: Plan
      inputMode: edit
      source: {kind: empty, connectionId: c}
      columns:
        - {id: n, type: text, name: Product}
        - {id: q, type: number, name: Quantity}
    - id: save
      kind: button
      text: Save
      actions:
        - id: a1
          trigger: on-click
          effects:
            - {effect: refresh-element, target: {type: element, element: data}}
            - {effect: navigate, target: {type: page, page: main}}
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
      <Element elementId="plan" gridColumn="1 / 13" gridRow="11 / 21"/>
      <Element elementId="save" gridColumn="13 / 17" gridRow="11 / 13"/>
    </Page>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="sources">
      <Element elementId="data" gridColumn="1 / 25" gridRow="1 / 16"/>
    </Page>
)yaml";

const QString corpus = QStringLiteral(TESSERA_SOURCE_DIR "/../shared/corpus/plugs-sales-overview.yaml");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// The lines of `after` that are not those of `before`; "?" when lines came or went.
QList<QByteArray> changedLines(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> left = before.split('\n');
    const QList<QByteArray> right = after.split('\n');
    if (left.size() != right.size())
        return {"?"};
    QList<QByteArray> changed;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (left.at(i) != right.at(i))
            changed.append(right.at(i));
    }
    return changed;
}

// Whether two workbooks mean the same: an older generation keeps elements in their pages, so their order in the list is
// not kept, and where the lists stood among the other keys says nothing.
bool meanTheSame(const model::Workbook &a, const model::Workbook &b)
{
    const std::vector<model::Change> changes = model::diff(a, b).changes;
    return std::all_of(changes.begin(), changes.end(), [](const model::Change &change) {
        const auto *move = std::get_if<model::MoveObject>(&change);
        return move && move->in == model::Collection::Elements;
    });
}

void clickElement(MainWindow &window, const char *id)
{
    CanvasView *canvas = window.central()->canvas();
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->viewportRect(id).center());
}

void dragElement(MainWindow &window, const char *id, QPoint by)
{
    QWidget *port = window.central()->canvas()->viewport();
    const QPoint from = window.central()->canvas()->viewportRect(id).center();
    QTest::mousePress(port, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i)
        QTest::mouseMove(port, from + by * i / 10);
    QTest::mouseRelease(port, Qt::LeftButton, {}, from + by);
}

QLineEdit *cellEditor(const QTableView *view)
{
    for (QLineEdit *each : view->findChildren<QLineEdit *>(QStringLiteral("cellEditor"))) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

// The first key opens the editor, the others go into it.
void typeCell(QTableView *view, const QString &text, Qt::Key end)
{
    QTest::keyClicks(view, text.left(1));
    if (QLineEdit *editor = cellEditor(view)) {
        QTest::keyClicks(editor, text.mid(1));
        QTest::keyClick(editor, end);
    }
}

QStringList effectsOf(const model::Workbook &workbook)
{
    QStringList names;
    for (const model::FlowStep &step : model::actionFlows(*workbook.element("save")).at(0).steps)
        names << QString::fromStdString(step.effect);
    return names;
}

const QStringList orderBefore{QStringLiteral("refresh-element"), QStringLiteral("navigate")};
const QStringList orderAfter{QStringLiteral("navigate"), QStringLiteral("refresh-element")};

void useOwnSettings()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_main_job"));
}

// What the program that will be killed does: two cells of a row, one of the next, then the first effect goes last.
void fillAndReorder(MainWindow &window)
{
    clickElement(window, "plan");
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    auto *view = window.findChild<designer::RowGrid *>()->findChild<QTableView *>();
    view->setCurrentIndex(view->model()->index(0, 0));
    typeCell(view, QStringLiteral("Fern"), Qt::Key_Tab);
    typeCell(view, QStringLiteral("12"), Qt::Key_Return);
    view->setCurrentIndex(view->model()->index(1, 0));
    typeCell(view, QStringLiteral("Cactus"), Qt::Key_Tab);
    auto *tabs = window.findChild<QTabBar *>(QStringLiteral("tabs"));
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    clickElement(window, "save");
    QTest::keyClick(&window, Qt::Key_J, Qt::ControlModifier);
    auto *graph = window.findChild<designer::GraphCanvas *>();
    designer::GraphCard *card = graph->card("/actions/0/effects/0");
    QTest::mouseClick(card, Qt::LeftButton);
    QTest::keyClick(graph->card("/actions/0/effects/0"), Qt::Key_Right, Qt::AltModifier);
}

} // namespace

class TestMainJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void mainJob_data();
    void mainJob();
    void rowsAndEffectsSurviveAKill();

private:
    void open(const QString &path);
    void convertThereAndBack(const QString &path);

    QTemporaryDir m_folder;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainJob::initTestCase()
{
    useOwnSettings();
    auto composition = Composition::create();
    QVERIFY(composition.has_value());
    m_composition = std::move(*composition);
    designer::applyTheme(*qApp, designer::Tokens::light());
}

void TestMainJob::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->resize(1600, 1000);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestMainJob::cleanup()
{
    m_window.reset();
}

void TestMainJob::open(const QString &path)
{
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    const FileDialogHand hand(path);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QTRY_COMPARE(opened.size(), 1);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(!m_window->central()->canvas()->geometry().boxes().isEmpty());
}

void TestMainJob::mainJob_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QByteArray>("chart");
    QTest::addColumn<double>("way"); // of its own width, to the right
    QTest::newRow("own workbook") << QString() << QByteArray("chart") << 0.5;
    QTest::newRow("real workbook") << corpus << QByteArray("kpi-units") << 2.0 / 3;
}

void TestMainJob::mainJob()
{
    QFETCH(QString, source);
    QFETCH(QByteArray, chart);
    QFETCH(double, way);
    if (!source.isEmpty() && !QFile::exists(source))
        QSKIP("The corpus is not here.");
    const QByteArray original = source.isEmpty() ? QByteArray(plants) : contentOf(source);
    const QString path =
        m_folder.filePath(source.isEmpty() ? QStringLiteral("plants.yaml") : QStringLiteral("plugs.yaml"));
    QVERIFY(writeTo(path, original));
    open(path);
    const model::Workbook before = m_window->session()->workbook();

    const int width = m_window->central()->canvas()->viewportRect(chart.toStdString()).width();
    dragElement(*m_window, chart.constData(), QPoint(qRound(way * width), 0));
    const model::Workbook after = m_window->session()->workbook();
    QVERIFY(!(after == before));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_window->session()->workbook() == before);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->session()->workbook() == after);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!m_window->current()->document().isModified());
    const QList<QByteArray> changed = changedLines(original, contentOf(path));
    QCOMPARE(changed.size(), 1);
    QVERIFY2(changed.first().contains("<Element elementId=\"" + chart + '"'), changed.first().constData());

    convertThereAndBack(path);
    if (QTest::currentTestFailed())
        return;

    const QString package = path + QStringLiteral(".zip");
    QSignalSpy exported(m_window.get(), &MainWindow::exported);
    const FileDialogHand hand(package);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    const auto anyway = [this]() -> QAbstractButton * { // what the checks find in the real workbook stops a package
        for (QAbstractButton *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->text() == QStringLiteral("Export anyway"))
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(anyway() || exported.size() == 1, 30000);
    if (exported.isEmpty())
        QTest::mouseClick(anyway(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 30000);
    QVERIFY(contentOf(package).startsWith("PK"));
}

void TestMainJob::convertThereAndBack(const QString &path)
{
    const auto mine = adapters::loadWorkbook(path);
    QVERIFY(mine.has_value());
    for (const char *envelope : {"contents", "document", "flat"}) {
        for (const char *extension : {"yaml", "json"}) {
            const QString there =
                m_folder.filePath(QStringLiteral("%1.%2").arg(QLatin1String(envelope), QLatin1String(extension)));
            const QString back = m_folder.filePath(QStringLiteral("back.yaml"));
            const QString own = adapters::envelopeName(mine->envelope);
            QCOMPARE(QProcess::execute(QStringLiteral(TESSERA_PROGRAM),
                                       {QStringLiteral("convert"), path, QStringLiteral("-o"), there,
                                        QStringLiteral("--envelope"), QLatin1String(envelope)}),
                     0);
            QCOMPARE(QProcess::execute(QStringLiteral(TESSERA_PROGRAM),
                                       {QStringLiteral("convert"), there, QStringLiteral("-o"), back,
                                        QStringLiteral("--envelope"), own}),
                     0);
            const auto returned = adapters::loadWorkbook(back);
            QVERIFY(returned.has_value());
            QVERIFY2(meanTheSame(mine->workbook, returned->workbook), envelope);
        }
    }
}

void TestMainJob::rowsAndEffectsSurviveAKill()
{
    const QString path = m_folder.filePath(QStringLiteral("killed.yaml"));
    QVERIFY(writeTo(path, plants));
    QProcess editor;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TST_MAIN_JOB_EDIT"), path);
    editor.setProcessEnvironment(environment);
    editor.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    editor.start(QCoreApplication::applicationFilePath(), {});
    QVERIFY(editor.waitForReadyRead(60000)); // it has done its work
    editor.kill();
    QVERIFY(editor.waitForFinished());
    QCOMPARE(contentOf(path), QByteArray(plants)); // nobody saved

    open(path);
    QVERIFY(m_window->current()->notices().crashed);
    QCOMPARE(m_window->bannerMessages().size(), 1);
    QCOMPARE(effectsOf(m_window->session()->workbook()), orderAfter);
    clickElement(*m_window, "plan");
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    const auto *view = m_window->findChild<designer::RowGrid *>()->findChild<QTableView *>();
    const auto cell = [view](int row, int column) {
        return view->model()->index(row, column).data(Qt::EditRole).toString();
    };
    QCOMPARE(cell(0, 0), QStringLiteral("Fern"));
    QCOMPARE(cell(0, 1), QStringLiteral("12"));
    QCOMPARE(cell(1, 0), QStringLiteral("Cactus"));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(effectsOf(m_window->session()->workbook()), orderBefore);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(cell(1, 0), QString());
    QCOMPARE(cell(0, 1), QStringLiteral("12"));
}

namespace {

// The program that is killed.
int editAndWait(QApplication &application, const QString &path)
{
    useOwnSettings();
    const auto composition = Composition::create();
    MainWindow window(**composition);
    window.resize(1600, 1000);
    QObject::connect(
        &window, &MainWindow::opened, &window,
        [&window] {
            window.activateWindow();
            (void)QTest::qWaitForWindowActive(&window);
            fillAndReorder(window);
            if (effectsOf(window.session()->workbook()) == orderAfter && window.current()->flush()) {
                std::puts("edited");
                std::fflush(stdout);
            }
        },
        Qt::QueuedConnection);
    window.show();
    window.openFile(path);
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (const QString path = qEnvironmentVariable("TST_MAIN_JOB_EDIT"); !path.isEmpty())
        return editAndWait(application, path);
    TestMainJob test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_main_job.moc"

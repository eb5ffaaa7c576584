// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "designer/canvas/canvas_view.h"
#include "designer/grid/row_grid.h"
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_view.h"
#include "designer/session/live_data.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"
#include "model/table/row_edits.h"
#include "model/value/value.h"

using namespace tessera;
using namespace tessera::app;
using model::query::ElementRows;

namespace {

const char *const book = R"yaml(name: Shop
document:
  schemaVersion: 1
  kind: workbook
  elements:
    - id: base
      kind: table
      name: Orders
      source: {kind: warehouse-table, connectionId: c, path: [DB, S, ORDERS]}
      columns:
        - {id: r, formula: '[ORDERS/REGION]', name: Region}
        - {id: a, formula: '[ORDERS/AMOUNT]', name: Amount}
    - id: chart
      kind: bar-chart
      name: Revenue by region
      source: {kind: table, elementId: base}
      columns:
        - {id: x, formula: '[Orders/Region]', name: Region}
        - {id: y, formula: 'Sum([Orders/Amount])', name: Revenue}
      xAxis: {columnId: x}
      yAxis: {columnIds: [y]}
    - id: region
      kind: control
      controlId: pRegion
      controlType: segmented
      name: Region
      value: null
      source: {kind: manual, valueType: text, values: [North, South]}
      filters: [{source: {kind: table, elementId: base}, columnId: r}]
  pages:
    - {id: main, name: Main}
    - {id: sources, name: Sources, visibility: hidden}
  layout: |
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="main">
      <Element elementId="region" gridColumn="1 / 13" gridRow="1 / 4"/>
      <Element elementId="chart" gridColumn="1 / 25" gridRow="4 / 16"/>
    </Page>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="sources">
      <Element elementId="base" gridColumn="1 / 25" gridRow="1 / 16"/>
    </Page>
)yaml";

const char *const planBook = R"yaml(name: Plan
document:
  schemaVersion: 1
  kind: workbook
  elements:
    - id: plan
      kind: input-table
      name: Plan
      inputMode: edit
      source: {kind: empty, connectionId: c}
      columns:
        - {id: n, type: text, name: Product}
        - {id: q, type: number, name: Quantity}
    - id: chart
      kind: bar-chart
      name: Quantities
      source: {kind: table, elementId: plan}
      columns:
        - {id: x, formula: '[Plan/Product]', name: Product}
        - {id: y, formula: 'Sum([Plan/Quantity])', name: Quantity}
      xAxis: {columnId: x}
      yAxis: {columnIds: [y]}
  pages:
    - {id: main, name: Main}
  layout: |
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="main">
      <Element elementId="plan" gridColumn="1 / 13" gridRow="1 / 11"/>
      <Element elementId="chart" gridColumn="13 / 25" gridRow="1 / 11"/>
    </Page>
)yaml";

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

// The first key opens the editor, the others go into it.
void typeCell(QTableView *view, const QString &text, Qt::Key end)
{
    QTest::keyClicks(view, text.left(1));
    for (QLineEdit *editor : view->findChildren<QLineEdit *>(QStringLiteral("cellEditor"))) {
        if (!editor->isVisible())
            continue;
        QTest::keyClicks(editor, text.mid(1));
        QTest::keyClick(editor, end);
        return;
    }
}

} // namespace

// Data in the window: from a file beside the workbook to a control that filters a chart.
class TestLiveWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_live_window"));
        auto composition = Composition::create();
        QVERIFY(composition.has_value());
        m_composition = std::move(*composition);
        designer::applyTheme(*qApp, designer::Tokens::light());
        QSettings().clear();
    }

    void aControlFiltersAChart()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("data")));
        write(folder.filePath(QStringLiteral("data/ORDERS.csv")), "REGION,AMOUNT\nNorth,10\nSouth,4\nNorth,2.5\n");
        write(folder.filePath(QStringLiteral("shop.yaml")), book);
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("shop.yaml")));
        QTRY_VERIFY(window.current());
        designer::LiveData *live = window.session()->data();
        QVERIFY(live);
        const auto rows = [&]() -> const model::query::ResultTable * {
            const auto known = live->rowsOf("chart");
            return known && known->state == ElementRows::State::Ready ? known->main.get() : nullptr;
        };
        QTRY_VERIFY(rows());
        QVERIFY(!live->rowsOf("chart")->sample);
        QCOMPARE(rows()->rowCount(), std::size_t(2));
        QCOMPARE(rows()->byId("y")->data.number(0), 12.5);
        QTRY_VERIFY(!live->runs().empty());

        window.actions().action(QStringLiteral("view.preview"))->trigger();
        QVERIFY(window.central()->isPreviewing());
        window.actions().action(QStringLiteral("view.preview"))->trigger(); // once more changes nothing
        QVERIFY(window.central()->isPreviewing() &&
                window.actions().action(QStringLiteral("view.preview"))->isChecked());
        designer::PreviewPage *page = window.central()->preview()->page();
        QVERIFY(page && page->card("chart"));
        auto *field = page->field("region");
        QTRY_COMPARE(field->findChildren<QToolButton *>().size(), 2);
        QTest::mouseClick(field->findChildren<QToolButton *>().at(1), Qt::LeftButton);
        QTRY_VERIFY(rows() && rows()->rowCount() == 1);
        QCOMPARE(rows()->byId("y")->data.number(0), 4.0);
        const QString folderOfPictures = qEnvironmentVariable("TESSERA_PICTURES");
        if (!folderOfPictures.isEmpty())
            window.grab().save(folderOfPictures + QStringLiteral("/window-preview.png"));

        window.actions().action(QStringLiteral("view.design"))->trigger();
        QVERIFY(!window.central()->isPreviewing());
        QTRY_VERIFY(rows() && rows()->rowCount() == 2); // what a reader chose is gone
        QVERIFY(!window.session()->document().isModified());
    }

    // Conditions and values of actions are computed from the rows of the page, as its controls filter them.
    void actionsReadRows()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("data")));
        write(folder.filePath(QStringLiteral("data/ORDERS.csv")), "REGION,AMOUNT\nNorth,10\nSouth,4\nNorth,2.5\n");
        QByteArray text(book);
        text.replace("  pages:\n",
                     R"yaml(    - {id: note, kind: control, controlId: pNote, controlType: text, name: Note}
    - id: go
      kind: button
      text: Decide
      actions:
        - id: a1
          trigger: {on: on-click, condition: {type: formula, formula: 'Sum([Orders/Amount]) > 3'}}
          effects:
            - effect: if-else
              if: {condition: {type: formula, formula: 'CountIf([Orders/Amount] > 3) > 1'}, effects: [{effect: set-control-value, control: pNote, value: {type: formula, formula: '"Most " & Text(Max([Orders/Amount]))'}}]}
              else: {effects: [{effect: set-control-value, control: pNote, value: {type: formula, formula: '"Few " & Text(Count([Orders/Region]))'}}]}
  pages:
)yaml");
        text.replace("<Element elementId=\"chart\"",
                     "<Element elementId=\"go\" gridColumn=\"13 / 19\" gridRow=\"1 / 4\"/>\n"
                     "      <Element elementId=\"note\" gridColumn=\"19 / 25\" gridRow=\"1 / 4\"/>\n"
                     "      <Element elementId=\"chart\"");
        write(folder.filePath(QStringLiteral("shop.yaml")), text);
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("shop.yaml")));
        QTRY_VERIFY(window.current());
        designer::LiveData *live = window.session()->data();
        window.actions().action(QStringLiteral("view.preview"))->trigger();
        designer::PreviewPage *page = window.central()->preview()->page();
        QVERIFY(page->card("go"));
        const auto note = [&] {
            const auto held = live->controls().find("pNote");
            return held == live->controls().end() || held->second.values.empty()
                       ? std::string()
                       : model::plainText(held->second.values.front());
        };
        QTest::mouseClick(page->card("go"), Qt::LeftButton);
        QTRY_COMPARE(note(), std::string("Most 10"));
        live->setControl("pRegion", model::query::ControlValue{{model::Value("South")}, {}, {}});
        QTest::mouseClick(page->card("go"), Qt::LeftButton);
        QTRY_COMPARE(note(), std::string("Few 1"));
    }

    // Nobody has to save, import or reload: what is typed into a grid is what a chart shows next.
    void rowsThatAreTypedAreSeenByCharts()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("plan.yaml")), planBook);
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("plan.yaml")));
        QTRY_VERIFY(window.current());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        designer::LiveData *live = window.session()->data();
        QVERIFY(live);
        QTRY_VERIFY(live->rowsOf("chart") && live->rowsOf("chart")->state == ElementRows::State::Ready);
        QCOMPARE(live->rowsOf("chart")->main->rowCount(), std::size_t(0));
        const QRect card = window.central()->canvas()->viewportRect("plan");
        QTest::mouseClick(window.central()->canvas()->viewport(), Qt::LeftButton, {}, card.center());
        QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
        auto *grid = window.findChild<designer::RowGrid *>();
        QVERIFY(grid);
        auto *view = grid->findChild<QTableView *>();
        view->setCurrentIndex(view->model()->index(0, 0));
        typeCell(view, QStringLiteral("Fern"), Qt::Key_Tab);
        typeCell(view, QStringLiteral("12"), Qt::Key_Return);
        auto *tabs = window.findChild<QTabBar *>(QStringLiteral("tabs"));
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        const auto sum = [&] {
            const auto rows = live->rowsOf("chart");
            return rows && rows->state == ElementRows::State::Ready && rows->main->rowCount() == 1
                       ? rows->main->byId("y")->data.number(0)
                       : -1.0;
        };
        QTRY_COMPARE(sum(), 12.0);
        QVERIFY(!live->rowsOf("chart")->sample);
        QVERIFY(window.session()->document().undo()); // the quantity
        QTRY_VERIFY(sum() != 12.0);
    }

    void anInputTableIsCopiedWithItsRows()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("plan.yaml")), planBook);
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("plan.yaml")));
        QTRY_VERIFY(window.current());
        QVERIFY(QTest::qWaitForWindowActive(&window));
        model::Document &document = window.session()->document();
        QVERIFY(window.session()->commit(
            model::makeInsertRows(document.rows(), "plan", 0, {{{"n", "Ivy"}, {"q", 9}}, {{"n", "Moss"}}})));
        designer::CanvasView *canvas = window.central()->canvas();
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->viewportRect("plan").center());
        for (const int key : {Qt::Key_C, Qt::Key_V, Qt::Key_D}) {
            const int before = window.session()->workbook().elements.size();
            QTest::keyClick(&window, static_cast<Qt::Key>(key), Qt::ControlModifier);
            if (key == Qt::Key_C)
                continue;
            QCOMPARE(window.session()->workbook().elements.size(), before + 1);
            const model::Key copy = window.session()->selection().elements().value(0);
            QCOMPARE(document.rows().count(copy), std::int64_t(2));
            QVERIFY(document.rows().row(copy, 0).values == document.rows().row("plan", 0).values);
        }
        QVERIFY(document.undo());
        QVERIFY(document.undo());
        QCOMPARE(window.session()->workbook().elements.size(), 2);
    }

    void emptyInputTablesTakeTheRowsOfTheDataFolder()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("data/input")));
        write(folder.filePath(QStringLiteral("data/input/plan.csv")), "Product,Quantity\nFern,3\nMoss,4\n");
        write(folder.filePath(QStringLiteral("plan.yaml")), planBook);
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("plan.yaml")));
        QTRY_VERIFY(window.current());
        designer::LiveData *live = window.session()->data();
        QTRY_VERIFY(live->rowsOf("chart") && live->rowsOf("chart")->state == ElementRows::State::Ready);
        QCOMPARE(live->rowsOf("chart")->main->rowCount(), std::size_t(2));
        model::Transaction row =
            model::makeInsertRows(window.session()->document().rows(), "plan", 0, {{{"n", "Ivy"}, {"q", 9}}});
        QVERIFY(window.session()->commit(std::move(row)));
        QTRY_COMPARE(live->rowsOf("chart")->main->rowCount(), std::size_t(1));
        QVERIFY(window.session()->document().undo());
        QTRY_COMPARE(live->rowsOf("chart")->main->rowCount(), std::size_t(2));
    }

    void filesThatComeLaterAreSeen()
    {
        QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("shop.yaml")), book);
        MainWindow window(*m_composition);
        window.resize(1400, 900);
        window.show();
        window.openFile(folder.filePath(QStringLiteral("shop.yaml")));
        QTRY_VERIFY(window.current());
        designer::LiveData *live = window.session()->data();
        const auto ready = [&] {
            return live->rowsOf("chart") && live->rowsOf("chart")->state == ElementRows::State::Ready;
        };
        QTRY_VERIFY(ready());
        QVERIFY(live->rowsOf("chart")->sample);
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("data")));
        write(folder.filePath(QStringLiteral("data/ORDERS.csv")), "REGION,AMOUNT\nNorth,10\nSouth,4\n");
        QTRY_VERIFY(ready() && !live->rowsOf("chart")->sample);
        QCOMPARE(live->rowsOf("chart")->main->rowCount(), std::size_t(2));
        write(folder.filePath(QStringLiteral("data/ORDERS.csv")), "REGION,AMOUNT\nNorth,10\nSouth,4\nWest,1\n");
        QTRY_COMPARE(live->rowsOf("chart")->main->rowCount(), std::size_t(3));
    }

    void theSampleComesWithData()
    {
        MainWindow window(*m_composition);
        window.resize(1600, 1000);
        window.show();
        window.openSample();
        QTRY_VERIFY(window.current());
        designer::LiveData *live = window.session()->data();
        QVERIFY(live);
        QTRY_VERIFY_WITH_TIMEOUT(
            live->rowsOf("kpi-revenue") && live->rowsOf("kpi-revenue")->state == ElementRows::State::Ready, 20000);
        const auto revenue = live->rowsOf("kpi-revenue");
        QVERIFY(revenue->main && revenue->main->rowCount() > 0);
        QVERIFY(!revenue->sample);
        const QString folder = qEnvironmentVariable("TESSERA_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(3000);
            window.grab().save(folder + QStringLiteral("/window-sample.png"));
            window.actions().action(QStringLiteral("view.preview"))->trigger();
            QTest::qWait(500);
            window.grab().save(folder + QStringLiteral("/window-sample-preview.png"));
        }
    }

private:
    std::unique_ptr<Composition> m_composition;
};

QTEST_MAIN(TestLiveWindow)
#include "tst_live_window.moc"

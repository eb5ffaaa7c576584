// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/main_window.h"
#include "designer/preview/preview_card.h"
#include "designer/preview/preview_view.h"
#include "designer/session/live_data.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"

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

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
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

    void theSampleComesWithData()
    {
        MainWindow window(*m_composition);
        window.resize(1600, 1000);
        window.show();
        window.openSample();
        QTRY_VERIFY(window.current());
        designer::LiveData *live = window.session()->data();
        QVERIFY(live);
        QTRY_VERIFY_WITH_TIMEOUT(live->rowsOf("kpi-revenue") && live->rowsOf("kpi-revenue")->state == ElementRows::State::Ready, 20000);
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

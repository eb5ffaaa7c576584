// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/main_window_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "app/window/central_area.h"
#include "designer/canvas/canvas_view.h"
#include "designer/style/theme.h"

namespace tessera::test {

using app::MainWindow;

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

void useTestSettings()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QFileInfo(QCoreApplication::applicationFilePath()).baseName());
}

Answer::Answer(const QString &button)
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

void MainWindowFixture::initTestCase()
{
    useTestSettings();
    auto composition = app::Composition::create();
    QVERIFY(composition.has_value());
    m_composition = std::move(*composition);
    designer::applyTheme(*qApp, designer::Tokens::light());
}

void MainWindowFixture::init()
{
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    showWindow();
}

void MainWindowFixture::showWindow()
{
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void MainWindowFixture::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void MainWindowFixture::open(const QString &path)
{
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000); // machines may be busy
    m_window->activateWindow();
}

QString MainWindowFixture::writeSmall(const QString &name)
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(smallBook) < 0)
        return {};
    return path;
}

model::GridRect MainWindowFixture::chartRect() const
{
    const model::LayoutTree &layout = m_window->session()->workbook().layout;
    return *layout.node(layout.findElement("chart"))->rect;
}

void MainWindowFixture::nudgeChart()
{
    m_window->session()->selection().setElement("chart");
    m_window->central()->canvas()->setFocus();
    QTest::keyClick(m_window->central()->canvas(), Qt::Key_Right);
    QTRY_VERIFY(m_window->current()->document().isModified());
}

} // namespace tessera::test

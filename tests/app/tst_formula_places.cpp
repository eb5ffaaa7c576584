// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas that are no columns are tried on rows as well: conditional formats, reference marks, progress, parts of
// texts.
#include <algorithm>

#include <QSignalSpy>
#include <QTest>

#include "app/window/main_window.h"
#include "designer/formula/formula_bar.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_edit.h"
#include "designer/formula/formula_trial.h"
#include "designer/session/session.h"
#include "tests/app/main_window_fixture.h"

using namespace tessera;
using namespace tessera::app;
using designer::FormulaTrial;
using model::Value;

namespace {

const char *const book = R"yaml(name: Places
document:
  schemaVersion: 1
  kind: workbook
  elements:
    - id: data
      kind: table
      name: Sales
      source: {kind: sql, connectionId: c, statement: 'select ''West'' as "Region", 5 as "Amount" union all select ''East'', 20 union all select ''East'', 35'}
      columns:
        - {id: r, formula: '[Custom SQL/Region]', name: Region}
        - {id: a, formula: '[Custom SQL/Amount]', name: Amount}
      sort: [{columnId: a}]
      conditionalFormats:
        - {type: single, columnIds: [a], condition: formula, formula: '[Amount] > 10', style: {bold: true}}
    - id: chart
      kind: bar-chart
      name: By region
      source: {kind: table, elementId: data}
      columns:
        - {id: x, formula: '[Sales/Region]', name: Region}
        - {id: y, formula: 'Sum([Sales/Amount])', name: Total}
      xAxis: {columnId: x}
      yAxis: {columnIds: [y]}
      refMarks:
        - {type: line, axis: series, value: {type: formula, formula: 'Avg([Sales/Amount])'}, line: {width: 1}}
    - {id: done, kind: progress, mode: percent, shape: bar, min: '0', max: '100', value: 'Sum([Sales/Amount])'}
    - {id: words, kind: text, body: 'Best: {{Max([Sales/Amount])}} of {{Count([Sales/Amount]) | ,.0f}}'}
  pages:
    - {id: main, name: Main}
  layout: |
    <?xml version="1.0" encoding="utf-8"?>
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="main">
      <Element elementId="data" gridColumn="1 / 13" gridRow="1 / 9"/>
      <Element elementId="chart" gridColumn="13 / 25" gridRow="1 / 9"/>
      <Element elementId="done" gridColumn="1 / 13" gridRow="9 / 11"/>
      <Element elementId="words" gridColumn="13 / 25" gridRow="9 / 11"/>
    </Page>
)yaml";

} // namespace

class TestFormulaPlaces : public test::MainWindowFixture
{
    Q_OBJECT

private:
    std::unique_ptr<FormulaTrial> m_trial;

private Q_SLOTS:
    void init()
    {
        MainWindowFixture::init();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy opened(m_window.get(), &MainWindow::opened);
        m_window->openText(book, QStringLiteral("Places"));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 20000);
        m_trial = std::make_unique<FormulaTrial>(m_window->session()->formulas());
        m_trial->setActive(true);
    }
    void cleanup()
    {
        m_trial.reset();
        MainWindowFixture::cleanup();
    }

    void isTriedOnRows_data()
    {
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("path"); // a part of it
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<double>>("values");
        QTest::newRow("conditional format") << "data"
                                            << "/conditionalFormats/0"
                                            << "[Amount] > 20" << QList<double>{0, 0, 1};
        QTest::newRow("reference mark") << "chart"
                                        << "/refMarks/0"
                                        << "Avg([Sales/Amount]) * 2" << QList<double>{55, 10};
        QTest::newRow("progress") << "done"
                                  << "/value"
                                  << "Sum([Sales/Amount]) / 2" << QList<double>{30};
        QTest::newRow("text") << "words"
                              << "/body{{0}}"
                              << "Max([Sales/Amount]) + 1" << QList<double>{36};
        QTest::newRow("text with a format") << "words"
                                            << "/body{{1}}"
                                            << "Count([Sales/Amount]) * 10" << QList<double>{30};
    }
    void isTriedOnRows()
    {
        QFETCH(QString, element);
        QFETCH(QString, path);
        QFETCH(QString, typed);
        QFETCH(QList<double>, values);
        designer::Session &session = *m_window->session();
        std::string place;
        for (const model::Target &each : session.formulas().formulasOf(element.toStdString())) {
            if (QString::fromStdString(each.path).contains(path))
                place = each.path;
        }
        QVERIFY2(!place.empty(), "the place is in no list");
        auto *bar = m_window->findChild<designer::FormulaBar *>();
        session.selection().setElement(element.toStdString(), place);
        bar->focusEditor();
        QTRY_VERIFY(bar->editor()->hasFocus());
        QCOMPARE(bar->place().path, place);
        bar->editor()->setFormula(typed); // not taken yet
        QTRY_VERIFY2(m_trial->state() == FormulaTrial::State::Ready && m_trial->rowCount() == values.size() &&
                         m_trial->steps(0).text == typed.toStdString(),
                     qPrintable(m_trial->reason()));
        QList<double> shown;
        for (int row = 0; row < m_trial->rowCount(); ++row) {
            const Value value = m_trial->result(row);
            shown << (value.isLogical() ? double(value.logical()) : value.isNumber() ? value.number() : -1);
        }
        std::sort(shown.begin(), shown.end(),
                  [&](double a, double b) { return values.indexOf(a) < values.indexOf(b); });
        QCOMPARE(shown, values);
        QCOMPARE(session.document().history().current(), 0);
        QTest::keyClick(bar->editor(), Qt::Key_Escape);
    }
};

QTEST_MAIN(TestFormulaPlaces)
#include "tst_formula_places.moc"

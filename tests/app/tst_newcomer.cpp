// SPDX-License-Identifier: GPL-3.0-or-later
// A first hour by hand: an empty workbook, a CSV file, a chart and a figure on it, a calculated column, a filter, a
// package. Only keys and mouse buttons are used on the window.
#include <algorithm>

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include "adapters/codec/workbook_file.h"
#include "adapters/package/package.h"
#include "app/cli/findings.h"
#include "app/texts.h"
#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/import_dialog.h"
#include "app/window/main_window.h"
#include "designer/canvas/canvas_view.h"
#include "designer/formula/completion_popup.h"
#include "designer/formula/formula_bar.h"
#include "designer/formula/formula_edit.h"
#include "designer/preview/control_field.h"
#include "designer/preview/preview_page.h"
#include "designer/preview/preview_view.h"
#include "designer/session/live_data.h"
#include "designer/style/theme.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "tests/support/file_dialog_hand.h"

using namespace tessera;
using tests::FileDialogHand;
using namespace tessera::app;
using designer::CanvasView;
using model::query::ElementRows;

namespace {

// Semicolons, commas in numbers, a mark, a broken line: what spreadsheets of half the world write.
const QByteArray sales = "\xEF\xBB\xBForder_date;region;product;units;price\n"
                         "2026-01-05;North;Fern;3;2,50\n"
                         "2026-01-19;South;Fern;1;2,50\n"
                         "2026-02-02;North;Cactus;2;10,00\n"
                         "2026-02-20;West;Ivy;4;5,25;oops\n"
                         "2026-03-03;South;Moss;10;1,10\n";

bool writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// Goes through the next menu by the words it shows, with the mouse.
class MenuHand
{
public:
    explicit MenuHand(QStringList words) : m_words(std::move(words))
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu || m_words.isEmpty())
                return;
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&') != m_words.first())
                    continue;
                m_words.removeFirst();
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        });
        m_timer.start(20);
    }
    bool isDone() const { return m_words.isEmpty(); }

private:
    QStringList m_words;
    QTimer m_timer;
};

bool completions(const QWidget &editor)
{
    const auto popups = editor.window()->findChildren<designer::CompletionPopup *>();
    return std::any_of(popups.begin(), popups.end(),
                       [](const auto *popup) { return popup->isVisible() && popup->current(); });
}

} // namespace

class TestNewcomer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void fromAFileToAPackage();
    void importedTablesGoAlongWhenSaved();
    void importIsStoppedWithTheWorkbook();
    void aDragGoesToAnotherPage();

private:
    void startEmpty();
    void importFile(const QString &path);
    void comeToFront();
    const ElementRows *rowsOf(const std::string &id) const;
    std::size_t countOf(const std::string &id) const; // 0 while the rows are on their way
    const model::Object *ofKind(const std::string &kind) const;
    QPoint placeOf(const std::string &id) const { return m_window->central()->canvas()->viewportRect(id).center(); }
    QPoint columnPlace(const std::string &table, const std::string &column) const;
    void insertByName(const QString &words);
    void addRevenue();
    void filterByRegion();
    void exportPackage();

    QTemporaryDir m_folder;
    std::unique_ptr<Composition> m_composition;
    std::unique_ptr<MainWindow> m_window;
};

void TestNewcomer::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("TesseraTests"));
    QCoreApplication::setApplicationName(QStringLiteral("tst_newcomer"));
    installTexts();
    QCOMPARE(MainWindow::tr("%n line(s) could not be taken as they are.", nullptr, 1),
             QStringLiteral("1 line could not be taken as it is."));
    auto composition = Composition::create();
    QVERIFY(composition.has_value());
    m_composition = std::move(*composition);
    designer::applyTheme(*qApp, designer::Tokens::light());
    QVERIFY(writeTo(m_folder.filePath(QStringLiteral("plant_sales.csv")), sales));
}

void TestNewcomer::init()
{
    QSettings().clear();
    m_window = std::make_unique<MainWindow>(*m_composition);
    m_window->resize(1600, 1000);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNewcomer::cleanup()
{
    m_window.reset();
}

void TestNewcomer::startEmpty()
{
    auto *card = m_window->findChild<QAbstractButton *>(QStringLiteral("template:blank"));
    QVERIFY(card);
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    QTest::mouseClick(card, Qt::LeftButton);
    QTRY_COMPARE(opened.size(), 1);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNewcomer::importFile(const QString &path)
{
    const FileDialogHand hand(path);
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_window->findChild<ImportDialog *>());
    QTest::keyClick(m_window->findChild<ImportDialog *>(), Qt::Key_Return);
    QTRY_VERIFY2(m_window->findChild<designer::Banner *>(QStringLiteral("imported")),
                 qPrintable(m_window->bannerMessages().join(u'|')));
    comeToFront();
}

// Offscreen nobody gives the focus back when a dialog closes.
void TestNewcomer::comeToFront()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

std::size_t TestNewcomer::countOf(const std::string &id) const
{
    const ElementRows *rows = rowsOf(id);
    return rows && rows->main ? rows->main->rowCount() : 0;
}

const ElementRows *TestNewcomer::rowsOf(const std::string &id) const
{
    const auto known = m_window->session()->data()->rowsOf(id);
    return known && known->state == ElementRows::State::Ready && known->main ? known.get() : nullptr;
}

const model::Object *TestNewcomer::ofKind(const std::string &kind) const
{
    for (const model::Object &element : m_window->session()->workbook().elements) {
        if (element.kind() == kind)
            return &element;
    }
    return nullptr;
}

// Somewhere on the header of a column, as a person finds it by eye.
QPoint TestNewcomer::columnPlace(const std::string &table, const std::string &column) const
{
    const CanvasView *canvas = m_window->central()->canvas();
    const QRect card = canvas->viewportRect(table);
    for (int y = card.top(); y < card.bottom(); y += 8) {
        for (int x = card.left(); x < card.right(); x += 8) {
            if (canvas->columnAt({x, y}) == column)
                return {x, y};
        }
    }
    return {};
}

void TestNewcomer::insertByName(const QString &words)
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *field = m_window->findChild<QLineEdit *>(QStringLiteral("commandPaletteField"));
    QTRY_VERIFY(field && field->isVisible());
    QTest::keyClicks(field, words);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestNewcomer::addRevenue()
{
    const model::Object *table = ofKind("table");
    QTest::mouseClick(m_window->central()->canvas()->viewport(), Qt::LeftButton, {}, placeOf(table->key()));
    QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);
    designer::FormulaEdit *editor = m_window->central()->formulaBar()->editor();
    QTRY_VERIFY(editor->hasFocus());
    QTest::keyClicks(editor, QStringLiteral("[Uni"));
    QTRY_VERIFY2(completions(*editor), qPrintable(editor->formula()));
    QTest::keyClick(editor, Qt::Key_Return); // takes [Units]
    QTest::keyClicks(editor, QStringLiteral(" * [Pri"));
    QTRY_VERIFY2(completions(*editor), qPrintable(editor->formula()));
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClick(editor, Qt::Key_Return); // takes the formula
    const auto columns = model::columnsOf(*ofKind("table"));
    QCOMPARE(columns.back().formula, std::string("[Units] * [Price]"));
    const auto first = [&] {
        const auto rows = rowsOf(table->key());
        const auto *column = rows && rows->main ? rows->main->byId(columns.back().id) : nullptr;
        return column && rows->main->rowCount() > 0 ? column->data.number(0) : 0.0;
    };
    QTRY_COMPARE(first(), 7.5);
}

void TestNewcomer::filterByRegion()
{
    const std::string table = ofKind("table")->key();
    QPoint place;
    QTRY_VERIFY(!(place = columnPlace(table, "region")).isNull());
    MenuHand hand({QStringLiteral("Filter with a control")});
    QWidget *port = m_window->central()->canvas()->viewport();
    QTest::mousePress(port, Qt::RightButton, {}, place);
    QTest::mouseRelease(port, Qt::RightButton, {}, place);
    QContextMenuEvent menu(QContextMenuEvent::Mouse, place, port->mapToGlobal(place));
    QApplication::sendEvent(port, &menu);
    QVERIFY(hand.isDone());
    const model::Object *control = ofKind("control");
    QVERIFY(control);
    QCOMPARE(model::controlTargets(*control).size(), std::size_t(1));
    QCOMPARE(model::controlTargets(*control).front().columnId, std::string("region"));
}

void TestNewcomer::exportPackage()
{
    const QString path = m_folder.filePath(QStringLiteral("plants.zip"));
    QSignalSpy exported(m_window.get(), &MainWindow::exported);
    const FileDialogHand hand(path);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 30000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto package = adapters::readPackage(file.readAll().toStdString());
    QVERIFY(package.has_value());
    QVERIFY(!package->hasErrors());
    QVERIFY(package->file("checklist.md")
                ->find("Load plant_sales.csv into the warehouse as DATABASE.SCHEMA.PLANT_SALES.") != std::string::npos);
    const auto workbook = adapters::readWorkbook(package->workbookText());
    QVERIFY(workbook.has_value());
    for (const model::Diagnostic &finding : findingsOf(*workbook, m_composition->catalogue()))
        QVERIFY2(finding.severity != model::Severity::Error, qPrintable(finding.message));
}

void TestNewcomer::fromAFileToAPackage()
{
    startEmpty();
    importFile(m_folder.filePath(QStringLiteral("plant_sales.csv")));
    const model::Object *table = ofKind("table");
    QVERIFY(table);
    QCOMPARE(table->name(), std::string("Plant sales"));
    QStringList names;
    for (const model::ColumnView &column : model::columnsOf(*table))
        names << QString::fromStdString(column.name);
    QCOMPARE(names, QStringList({QStringLiteral("Order Date"), QStringLiteral("Region"), QStringLiteral("Product"),
                                 QStringLiteral("Units"), QStringLiteral("Price")}));
    QTRY_VERIFY(rowsOf(table->key()));
    QVERIFY(!rowsOf(table->key())->sample);
    QTRY_COMPARE(countOf(table->key()), std::size_t(4)); // the line with one field too many is left out, and listed
    QCOMPARE(rowsOf(table->key())->main->byId("price")->data.number(2), 10.0);

    auto *banner = m_window->findChild<designer::Banner *>(QStringLiteral("imported"));
    QVERIFY(banner->message().contains(QStringLiteral("1 line")));
    for (QAbstractButton *button : banner->findChildren<QAbstractButton *>()) {
        if (button->text().startsWith(QStringLiteral("How it was read")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    auto *report = m_window->findChild<QDialog *>(QStringLiteral("importReport"));
    QVERIFY(report);
    auto *problems = report->findChild<QTreeWidget *>(QStringLiteral("importProblems"));
    QCOMPARE(problems->topLevelItem(0)->text(0), QStringLiteral("5"));
    QTest::keyClick(report, Qt::Key_Escape);
    comeToFront();

    insertByName(QStringLiteral("Insert bar chart"));
    QVERIFY(ofKind("bar-chart"));
    QTRY_VERIFY(rowsOf(ofKind("bar-chart")->key()));
    QTRY_COMPARE(countOf(ofKind("bar-chart")->key()), std::size_t(2)); // regions
    insertByName(QStringLiteral("Insert KPI"));
    QVERIFY(ofKind("kpi-chart"));
    QTRY_VERIFY(rowsOf(ofKind("kpi-chart")->key()));

    addRevenue();
    if (!QTest::currentTestFailed())
        filterByRegion();
    if (QTest::currentTestFailed())
        return;

    // A reader chooses South: the chart keeps that bar.
    comeToFront();
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(m_window->central()->isPreviewing());
    designer::PreviewPage *page = m_window->central()->preview()->page();
    auto *field = page->field(ofKind("control")->key());
    QVERIFY(field);
    auto *button = field->findChild<QAbstractButton *>();
    QTRY_VERIFY(button && !button->visibleRegion().isEmpty());
    QTest::mouseClick(button, Qt::LeftButton);
    const auto values = [] {
        QWidget *popup = QApplication::activePopupWidget();
        return popup ? popup->findChild<QListWidget *>(QStringLiteral("controlValues")) : nullptr;
    };
    QTRY_VERIFY(values() && values()->count() == 2);
    QTest::mouseClick(values()->viewport(), Qt::LeftButton, {}, values()->visualItemRect(values()->item(1)).center());
    QTRY_COMPARE(countOf(ofKind("bar-chart")->key()), std::size_t(1));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    comeToFront();
    exportPackage();
}

void TestNewcomer::importedTablesGoAlongWhenSaved()
{
    startEmpty();
    importFile(m_folder.filePath(QStringLiteral("plant_sales.csv")));
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    const FileDialogHand hand(m_folder.filePath(QStringLiteral("plants.yaml")));
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY2(opened.size() == 1, qPrintable(m_window->bannerMessages().join(u'|')));
    const model::Object *table = ofKind("table");
    QVERIFY(table);
    QTRY_VERIFY(rowsOf(table->key()) && !rowsOf(table->key())->sample);
    QTRY_COMPARE(countOf(table->key()), std::size_t(4));

    // The same file again: its rows, no second table.
    comeToFront();
    QVERIFY(writeTo(m_folder.filePath(QStringLiteral("plant_sales.csv")), sales.left(sales.indexOf("2026-02-02"))));
    importFile(m_folder.filePath(QStringLiteral("plant_sales.csv")));
    QTRY_COMPARE(countOf(table->key()), std::size_t(2));
    QVERIFY(writeTo(m_folder.filePath(QStringLiteral("plant_sales.csv")), sales));
    QCOMPARE(m_window->session()->workbook().elements.size(), 1);
}

void TestNewcomer::importIsStoppedWithTheWorkbook()
{
    QByteArray large = "a,b,c\n";
    for (int i = 0; i < 300000; ++i)
        large += QByteArray::number(i) + ",x,2026-01-01\n";
    const QString path = m_folder.filePath(QStringLiteral("large.csv"));
    QVERIFY(writeTo(path, large));
    startEmpty();
    m_window->importTables({path});
    m_window.reset(); // waits for the worker, which stops soon
}

// The pointer rests on the tab of a page until that page opens, then drops the element there.
void TestNewcomer::aDragGoesToAnotherPage()
{
    startEmpty();
    insertByName(QStringLiteral("Insert divider"));
    const model::Object *text = ofKind("divider");
    QVERIFY(text);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); // a second page, in front
    auto *tabs = m_window->findChild<QTabBar *>(QStringLiteral("tabs"));
    QCOMPARE(tabs->count(), 2);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    CanvasView *canvas = m_window->central()->canvas();
    QTRY_VERIFY(!canvas->viewportRect(text->key()).isEmpty());
    QWidget *port = canvas->viewport();
    const QPoint from = placeOf(text->key());
    QTest::mousePress(port, Qt::LeftButton, {}, from);
    QTest::mouseMove(port, from + QPoint(20, 20));
    QTest::mouseMove(port, port->mapFromGlobal(tabs->mapToGlobal(tabs->tabRect(1).center())));
    QTRY_COMPARE(tabs->currentIndex(), 1);
    QTest::mouseMove(port, from);
    QTest::mouseMove(port, from + QPoint(10, 10));
    QTest::mouseRelease(port, Qt::LeftButton, {}, from + QPoint(10, 10));
    const model::LayoutTree &layout = m_window->session()->workbook().layout;
    QCOMPARE(layout.node(layout.blockOf(layout.findElement(text->id())))->ref, m_window->session()->currentBlock());
    QCOMPARE(m_window->session()->currentBlock(), m_window->session()->workbook().pages.at(1).id());
}

QTEST_MAIN(TestNewcomer)
#include "tst_newcomer.moc"

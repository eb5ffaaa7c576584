// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "designer/style/theme.h"
#include "model/base/text.h"

namespace tessera::app {

using adapters::CsvColumn;
using adapters::TextEncoding;
using model::formula::ValueType;
namespace space = designer::space;

namespace {

constexpr QSize firstSize(860, 620);
constexpr int problemRows = 4; // lines of the list of problems that are always there
constexpr int mostColumnsShown = 200;
constexpr int found = -1; // the choice to leave it as it was found

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::Number:
        return ImportDialog::tr("number");
    case ValueType::Date:
        return ImportDialog::tr("date");
    case ValueType::Logical:
        return ImportDialog::tr("logical");
    case ValueType::Variant:
        return ImportDialog::tr("variant (JSON)");
    default:
        return ImportDialog::tr("text");
    }
}

QString separatorName(char sign)
{
    switch (sign) {
    case ',':
        return ImportDialog::tr("Comma");
    case ';':
        return ImportDialog::tr("Semicolon");
    case '\t':
        return ImportDialog::tr("Tab");
    case '|':
        return ImportDialog::tr("Vertical bar");
    default:
        return QString(QLatin1Char(sign));
    }
}

QString decimalName(char sign)
{
    return sign == ',' ? ImportDialog::tr("Comma: 1,5") : ImportDialog::tr("Point: 1.5");
}

QComboBox *choice(QWidget *parent, const char *name, const QString &label)
{
    auto *box = new QComboBox(parent);
    box->setMinimumContentsLength(15); // what was found is said in the first entry, later
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->addItem(QString(), found);
    return box;
}

void sayFound(QComboBox &box, const QString &what)
{
    box.setItemText(0, ImportDialog::tr("Found: %1").arg(what));
}

void choose(QComboBox &box, int data)
{
    box.setCurrentIndex(std::max(0, box.findData(data)));
}

} // namespace

ImportDialog::ImportDialog(const QString &path, const adapters::CsvLoadOptions &before, QWidget *parent)
    : QDialog(parent)
    , m_options(before)
    , m_separator(choice(this, "importSeparator", tr("Separator of columns")))
    , m_encoding(choice(this, "importEncoding", tr("Encoding")))
    , m_decimal(choice(this, "importDecimal", tr("Decimal sign")))
    , m_header(new QCheckBox(tr("The first line names the &columns"), this))
    , m_rows(new QTableWidget(this))
    , m_typeLabel(new QLabel(this))
    , m_type(choice(this, "importType", tr("Type of the column")))
    , m_found(new QLabel(this))
    , m_problemTitle(new QLabel(this))
    , m_problems(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import %1").arg(QFileInfo(path).fileName()));
    resize(firstSize);
    m_found->setObjectName(QStringLiteral("importFound"));
    m_found->setWordWrap(true);
    m_found->setProperty("role", QStringLiteral("secondary"));
    m_rows->setObjectName(QStringLiteral("importRows"));
    m_rows->setAccessibleName(tr("The first rows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_rows->setTabKeyNavigation(false);
    m_rows->setShowGrid(false);
    m_rows->setStyleSheet(QStringLiteral("QTableWidget::item { border: none; padding: 0 %1px; }")
                              .arg(space::s - 3)); // under their heads, with the three of every cell
    m_rows->verticalHeader()->hide();
    m_problemTitle->setObjectName(QStringLiteral("importProblemTitle"));
    m_problems->setObjectName(QStringLiteral("importLines"));
    m_problems->setAccessibleName(tr("Lines that cannot be taken as they are"));
    m_problems->setHeaderLabels({tr("Line"), tr("Column"), tr("Reason")});
    m_problems->setRootIsDecorated(false);
    m_problems->setUniformRowHeights(true);
    m_problems->setFixedHeight((problemRows + 1) * designer::size::treeRow);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("importAccept"));
    m_import->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(buildChoices());
    column->addWidget(m_found);
    column->addWidget(m_rows, 1);
    column->addWidget(buildTypeRow());
    column->addWidget(m_problemTitle);
    column->addWidget(m_problems);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rows, &QTableWidget::currentCellChanged, this, &ImportDialog::followColumn);
    auto start = adapters::readCsvStart(path);
    if (!start) {
        fail(start.error());
        return;
    }
    m_start = std::move(*start);
    refresh();
    m_rows->setCurrentCell(0, 0);
    m_separator->setFocus();
}

QWidget *ImportDialog::buildChoices()
{
    for (const char sign : {',', ';', '\t', '|'})
        m_separator->addItem(separatorName(sign), int(sign));
    for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Windows1252})
        m_encoding->addItem(adapters::encodingName(encoding), static_cast<int>(encoding));
    for (const char sign : {'.', ','})
        m_decimal->addItem(decimalName(sign), int(sign));
    choose(*m_separator, m_options.csv.delimiter ? m_options.csv.delimiter : found);
    choose(*m_encoding,
           m_options.csv.encoding == TextEncoding::Detect ? found : static_cast<int>(m_options.csv.encoding));
    choose(*m_decimal, m_options.decimal ? m_options.decimal : found);
    m_header->setObjectName(QStringLiteral("importHeader"));
    m_header->setChecked(m_options.header);

    auto *fields = new QWidget(this);
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    const auto add = [&](const QString &text, QComboBox *box) {
        auto *cell = new QVBoxLayout;
        auto *label = new QLabel(text, fields);
        label->setBuddy(box);
        cell->setSpacing(space::xs);
        cell->addWidget(label);
        cell->addWidget(box);
        row->addLayout(cell, 1);
    };
    add(tr("&Separator"), m_separator);
    add(tr("&Encoding"), m_encoding);
    add(tr("&Decimal sign"), m_decimal);
    row->addWidget(m_header, 0, Qt::AlignBottom);
    for (QComboBox *box : {m_separator, m_encoding, m_decimal})
        connect(box, &QComboBox::currentIndexChanged, this, &ImportDialog::refresh);
    connect(m_header, &QCheckBox::toggled, this, &ImportDialog::refresh);
    return fields;
}

QWidget *ImportDialog::buildTypeRow()
{
    for (const ValueType type :
         {ValueType::Text, ValueType::Number, ValueType::Date, ValueType::Logical, ValueType::Variant})
        m_type->addItem(typeName(type), static_cast<int>(type));
    m_type->setMinimumWidth(200);
    m_typeLabel->setBuddy(m_type);
    auto *field = new QWidget(this);
    auto *row = new QHBoxLayout(field);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_typeLabel);
    row->addWidget(m_type);
    row->addStretch(1);
    connect(m_type, &QComboBox::activated, this, &ImportDialog::chooseType);
    return field;
}

adapters::CsvLoadOptions ImportDialog::options() const
{
    adapters::CsvLoadOptions options = m_options;
    const int separator = m_separator->currentData().toInt(), encoding = m_encoding->currentData().toInt(),
              decimal = m_decimal->currentData().toInt();
    options.csv.delimiter = separator == found ? '\0' : static_cast<char>(separator);
    options.csv.encoding = encoding == found ? TextEncoding::Detect : static_cast<TextEncoding>(encoding);
    options.decimal = decimal == found ? '\0' : static_cast<char>(decimal);
    options.header = m_header->isChecked();
    return options;
}

const CsvColumn *ImportDialog::currentColumn() const
{
    const int index = std::max(0, m_rows->currentColumn());
    return index < m_rows->columnCount() ? &m_preview.shape.columns[static_cast<std::size_t>(index)] : nullptr;
}

void ImportDialog::chooseType()
{
    const CsvColumn *column = currentColumn();
    if (!column)
        return;
    if (const int type = m_type->currentData().toInt(); type == found)
        m_options.types.erase(column->name);
    else
        m_options.types[column->name] = static_cast<ValueType>(type);
    refresh();
}

// The field for the type goes with the column under the cursor.
void ImportDialog::followColumn()
{
    const CsvColumn *column = currentColumn();
    m_type->setEnabled(column);
    if (!column)
        return;
    const QString name = model::toQString(column->name);
    m_typeLabel->setText(tr("&Type of “%1”").arg(QString(name).replace(u'&', QStringLiteral("&&"))));
    m_type->setAccessibleName(tr("Type of “%1”").arg(name));
    sayFound(*m_type, typeName(column->isEmpty ? ValueType::Text : column->possible.type()));
    const auto wish = m_options.types.find(column->name);
    choose(*m_type, wish == m_options.types.end() ? found : static_cast<int>(wish->second));
}

void ImportDialog::refresh()
{
    const adapters::CsvLoadOptions chosen = options();
    adapters::CsvScanOptions scan;
    scan.csv = chosen.csv;
    scan.header = chosen.header;
    scan.decimal = chosen.decimal;
    scan.types = chosen.types;
    scan.columnName = chosen.columnName;
    auto preview = adapters::previewCsv(m_start, scan);
    if (!preview)
        return fail(preview.error());
    m_preview = std::move(*preview);
    m_import->setEnabled(true);
    showFound();
    showRows();
    showProblems();
    followColumn();
}

void ImportDialog::fail(const model::Error &error)
{
    m_found->setText(error.message + u' ' + error.hint);
    m_rows->setColumnCount(0);
    m_problems->clear();
    m_import->setEnabled(false);
}

// What was found by itself stands in the first choice; what was chosen does not tell what would have been found.
void ImportDialog::showFound()
{
    const adapters::CsvShape &shape = m_preview.shape;
    if (m_separator->currentIndex() == 0)
        sayFound(*m_separator, separatorName(shape.dialect.delimiter));
    if (m_encoding->currentIndex() == 0)
        sayFound(*m_encoding, adapters::encodingName(shape.encoding));
    if (m_decimal->currentIndex() == 0)
        sayFound(*m_decimal, decimalName(shape.decimal));
    for (QComboBox *box : {m_separator, m_encoding, m_decimal}) {
        if (box->itemText(0).isEmpty())
            box->setItemText(0, tr("As it is found"));
    }
    QStringList sentences = adapters::evidenceOf(shape).mid(0, 2);
    if (!m_start.whole)
        sentences << tr("Shown is the start of the file; the whole of it is read when it is imported.");
    m_found->setText(sentences.join(u' '));
}

QString ImportDialog::typeText(const CsvColumn &column) const
{
    return model::toQString(column.name) + u'\n' + typeName(column.type);
}

void ImportDialog::showRows()
{
    const auto &columns = m_preview.shape.columns;
    const int shown = std::min(static_cast<int>(columns.size()), mostColumnsShown);
    const int current = std::max(0, m_rows->currentColumn());
    const QSignalBlocker quiet(m_rows);
    m_rows->clearContents();
    m_rows->setColumnCount(shown);
    m_rows->setRowCount(static_cast<int>(m_preview.rows.size()));
    const designer::Tokens &tokens = designer::tokensOf(palette());
    for (int c = 0; c < shown; ++c) {
        const CsvColumn &column = columns[static_cast<std::size_t>(c)];
        auto *head = new QTableWidgetItem(typeText(column));
        const bool right = column.type == ValueType::Number;
        head->setTextAlignment(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
        m_rows->setHorizontalHeaderItem(c, head);
        for (int r = 0; r < m_rows->rowCount(); ++r) {
            const adapters::CsvPreviewCell &cell =
                m_preview.rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
            auto *item = new QTableWidgetItem(cell.text);
            item->setTextAlignment(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
            if (!cell.suits) {
                QFont struck = item->font();
                struck.setStrikeOut(true);
                item->setFont(struck);
                item->setForeground(tokens.danger);
                item->setToolTip(tr("This is no %1 and is left empty.").arg(typeName(column.type)));
            }
            m_rows->setItem(r, c, item);
        }
    }
    m_rows->resizeColumnsToContents();
    for (int c = 0; c < shown; ++c)
        m_rows->setColumnWidth(c, std::clamp(m_rows->columnWidth(c) + space::l, 72, 280));
    m_rows->setCurrentCell(0, std::min(current, shown - 1));
}

void ImportDialog::showProblems()
{
    const adapters::CsvShape &shape = m_preview.shape;
    m_problems->clear();
    for (const model::RowImportProblem &problem : shape.problems)
        m_problems->addTopLevelItem(
            new QTreeWidgetItem({QLocale().toString(qlonglong(problem.line)), problem.column, problem.reason}));
    m_problems->resizeColumnToContents(0);
    m_problems->resizeColumnToContents(1);
    m_problems->setVisible(shape.problemCount > 0);
    const int count = static_cast<int>(shape.problemCount);
    m_problemTitle->setText(
        count == 0      ? tr("Every line can be taken as it is.")
        : m_start.whole ? tr("%n place(s) cannot be taken as they are:", nullptr, count)
                        : tr("%n place(s) at the start of the file cannot be taken as they are:", nullptr, count));
}

} // namespace tessera::app

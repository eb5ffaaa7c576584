// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/field_view.h"

#include <algorithm>

#include <QApplication>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "designer/inspector/choice_fields.h"
#include "designer/inspector/field_editor.h"
#include "designer/inspector/field_line.h"
#include "designer/inspector/field_words.h"
#include "designer/inspector/inspector_model.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::designer {

namespace {

QToolButton *smallButton(const QString &iconName, const QString &tip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({14, 14});
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFixedSize(size::target, size::target);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

bool isUnion(const FieldRow &row)
{
    return row.type && row.type->type == model::ValueType::Union;
}

} // namespace

FieldView::FieldView(FieldContext &context, FieldRow row, int depth, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_row(std::move(row))
    , m_depth(std::min(depth, 5))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("field:") + model::toQString(m_row.path));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    build();
}

FieldView::~FieldView() = default;

std::string FieldView::openKey() const
{
    return std::to_string(m_row.space) + m_row.path;
}

bool FieldView::isOpen() const
{
    return m_row.hasChildren && m_context.open.contains(openKey());
}

QWidget *FieldView::editorWidget() const
{
    return m_editor ? m_editor->widget() : m_summary;
}

void FieldView::build()
{
    m_line = new Line(this);
    m_line->field = makeField();
    m_layout->insertWidget(0, m_line);
    present();
    if (isOpen())
        refreshChildren();
}

// An edit may replace this very widget (which then lives until the event is over). A refused one shows the old value
// again.
void FieldView::apply(const std::function<bool()> &edit)
{
    const QPointer<FieldView> self(this);
    const bool done = edit();
    if (!self)
        return;
    if (!done)
        present();
    Q_EMIT edited();
}

QWidget *FieldView::makeField()
{
    auto *field = new QWidget(m_line);
    auto *line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::xs);
    const bool variants = isUnion(m_row) && m_row.hasChildren;
    if (variants) {
        auto *choice = new VariantField(field);
        choice->chooseVariant = [this](const model::VariantSpec &variant) {
            m_context.open.insert(openKey());
            apply([this, &variant] { return m_context.model.setVariant(m_row, variant); });
        };
        m_editor = choice;
    } else if (!m_row.hasChildren) {
        m_editor = makeFieldEditor(m_row, m_context.model, field);
    }
    if (m_editor) {
        m_editor->commit = [this](const std::optional<model::Json> &value) {
            apply([this, value] { return m_context.model.setValue(m_row, value); });
        };
        line->addWidget(m_editor->widget(), 1);
        m_editor->widget()->setAccessibleName(m_row.label);
        m_editor->widget()->setToolTip(toolTipOf(m_row));
        if (m_editor->widget()->objectName().isEmpty())
            m_editor->widget()->setObjectName(QStringLiteral("editor:") + model::toQString(m_row.path));
    } else {
        addFoldField(field);
    }
    addTools(field);
    return field;
}

void FieldView::addFoldField(QWidget *field)
{
    m_summary = new QPushButton(field);
    m_summary->setObjectName(QStringLiteral("fold:") + model::toQString(m_row.path));
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_summary->setFixedHeight(size::treeRow);
    m_summary->setFlat(true);
    m_summary->setAccessibleName(m_row.label);
    connect(m_summary, &QPushButton::clicked, this, [this] { setOpen(!isOpen()); });
    field->layout()->addWidget(m_summary);
    static_cast<QHBoxLayout *>(field->layout())->setStretchFactor(m_summary, 1);
}

void FieldView::addTools(QWidget *field)
{
    const auto add = [&](const QString &iconName, const QString &tip, const char *name, auto run) {
        QToolButton *button = smallButton(iconName, tip, field);
        button->setObjectName(QLatin1String(name) + u':' + model::toQString(m_row.path));
        connect(button, &QToolButton::clicked, this, run);
        field->layout()->addWidget(button);
        return button;
    };
    if (m_row.readOnly)
        return;
    const model::ValueType type = m_row.form ? m_row.form->type : model::ValueType::Any;
    if (m_row.hasChildren && (type == model::ValueType::List || type == model::ValueType::Map))
        add(QStringLiteral("plus"), tr("Add to %1").arg(m_row.label), "add", [this] { addToList(); });
    if (isUnion(m_row) && !m_row.hasChildren && !m_row.readOnly && m_row.type->variants.size() > 1) {
        QToolButton *forms = add(QStringLiteral("ellipsis"), tr("Other forms of %1").arg(m_row.label), "form", [] {});
        auto *menu = new QMenu(forms);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] {
            menu->clear();
            for (const model::VariantSpec &variant : m_row.type->variants) {
                if (variant.legacy)
                    continue;
                QAction *entry = menu->addAction(variant.label, this, [this, &variant] {
                    m_context.open.insert(openKey());
                    apply([this, &variant] { return m_context.model.setVariant(m_row, variant); });
                });
                entry->setToolTip(variant.help);
                entry->setCheckable(true);
                entry->setChecked(m_row.variant == &variant);
            }
        });
        forms->setMenu(menu);
        forms->setPopupMode(QToolButton::InstantPopup);
        setRole(forms, QStringLiteral("menu"));
    }
    if (m_row.isItem()) {
        if (m_row.count > 1) {
            add(QStringLiteral("chevron-up"), tr("Move up"), "up", [this] {
                if (m_row.index > 0)
                    apply([this] { return m_context.model.moveItem(m_row, m_row.index - 1); });
            });
            add(QStringLiteral("chevron-down"), tr("Move down"), "down", [this] {
                if (m_row.index + 1 < m_row.count)
                    apply([this] { return m_context.model.moveItem(m_row, m_row.index + 1); });
            });
        }
        add(QStringLiteral("x"), tr("Remove"), "remove",
            [this] { apply([this] { return m_context.model.removeItem(m_row); }); });
    } else if (m_row.isEntry()) {
        add(QStringLiteral("x"), tr("Remove"), "remove",
            [this] { apply([this] { return m_context.model.setValue(m_row, std::nullopt); }); });
    }
}

void FieldView::addToList()
{
    m_context.open.insert(openKey());
    InspectorModel &model = m_context.model;
    if (m_row.form->type == model::ValueType::List) {
        if (m_row.editor == model::Editor::Picks && m_row.form->item->type == model::ValueType::Reference) {
            QMenu menu(this);
            FieldRow probe = m_row;
            probe.form = m_row.form->item;
            for (const model::ReferenceCandidate &candidate : model.candidates(probe)) {
                const bool taken =
                    m_row.value && std::ranges::find(*m_row.value, candidate.value) != m_row.value->end();
                if (!taken)
                    menu.addAction(candidate.label, this, [this, value = candidate.value] {
                        apply([&] { return m_context.model.addItem(m_row, value); });
                    });
            }
            if (!menu.isEmpty()) {
                menu.exec(QCursor::pos());
                return;
            }
        }
        return apply([this] { return m_context.model.addItem(m_row); });
    }
    const auto keys = model.keyCandidates(m_row);
    if (keys.empty()) {
        const QString key = QInputDialog::getText(this, tr("Add to %1").arg(m_row.label), tr("Name"));
        if (!key.isEmpty())
            apply([this, key] { return m_context.model.addEntry(m_row, model::toUtf8(key)); });
        return;
    }
    QMenu menu(this);
    for (const model::ReferenceCandidate &candidate : keys) {
        const std::string key = model::stringOf(candidate.value);
        if (!m_row.value || !model::member(*m_row.value, key))
            menu.addAction(candidate.label, this,
                           [this, key] { apply([&] { return m_context.model.addEntry(m_row, key); }); });
    }
    menu.exec(QCursor::pos());
}

void FieldView::present()
{
    if (m_editor)
        m_editor->present(m_row);
    if (m_summary) {
        const bool hasValue = m_row.value && !m_row.mixed;
        m_summary->setText(m_summary->fontMetrics().elidedText(m_row.summary, Qt::ElideRight, 150));
        m_summary->setAccessibleDescription(m_row.summary);
        m_summary->setToolTip(toolTipOf(m_row));
        setRole(m_summary, hasValue ? QStringLiteral("fold") : QStringLiteral("emptyFold"));
    }
    refreshProblem();
    m_line->update();
}

void FieldView::refreshProblem()
{
    const bool shown = !m_row.problem.isEmpty() && !(m_row.problemInside && isOpen());
    if (!shown) {
        delete m_problem;
        m_problem = nullptr;
        return;
    }
    if (!m_problem) {
        m_problem = new QLabel(this);
        m_problem->setObjectName(QStringLiteral("fieldProblem"));
        m_problem->setWordWrap(true);
        m_problem->setTextFormat(Qt::PlainText);
        m_layout->insertWidget(1, m_problem);
    }
    setRole(m_problem, m_row.severity == model::Severity::Error     ? QStringLiteral("errorNote")
                       : m_row.severity == model::Severity::Warning ? QStringLiteral("warningNote")
                                                                    : QStringLiteral("infoNote"));
    m_problem->setContentsMargins(m_line->labelLeft(), 0, 0, 4);
    m_problem->setText(m_row.problemInside ? tr("Inside: %1").arg(m_row.problem) : m_row.problem);
}

void FieldView::setRow(FieldRow row)
{
    const bool same = sameEditor(m_row, row) && (row.count > 1) == (m_row.count > 1);
    m_row = std::move(row);
    if (!same) {
        const bool focused = m_line->isAncestorOf(focusWidget());
        m_line->hide();
        m_line->deleteLater();
        m_line = nullptr;
        m_editor = nullptr;
        m_summary = nullptr;
        build();
        m_line->show();
        if (focused)
            focusEditor();
    } else {
        present();
    }
    refreshChildren();
}

void FieldView::setOpen(bool open)
{
    if (open)
        m_context.open.insert(openKey());
    else
        m_context.open.remove(openKey());
    refreshChildren();
    refreshProblem();
    m_line->update();
}

void FieldView::refreshChildren()
{
    if (!isOpen()) {
        if (m_inside) {
            m_inside->hide();
            m_inside->deleteLater();
            m_inside = nullptr;
            m_children.clear();
        }
        return;
    }
    std::vector<FieldRow> rows = m_context.model.children(m_row);
    const bool samePaths = m_inside && std::ranges::equal(rows, m_children, {}, &FieldRow::path,
                                                          [](const FieldView *v) { return v->row().path; });
    if (samePaths) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_children.at(static_cast<qsizetype>(i))->setRow(std::move(rows[i]));
        return;
    }
    if (m_inside) {
        m_inside->hide();
        m_inside->deleteLater();
    }
    m_children.clear();
    m_inside = new QWidget(this);
    auto *column = new QVBoxLayout(m_inside);
    column->setContentsMargins(0, 0, 0, rows.empty() ? 0 : space::xs);
    column->setSpacing(0);
    for (FieldRow &row : rows) {
        auto *view = new FieldView(m_context, std::move(row), m_depth + 1, m_inside);
        connect(view, &FieldView::edited, this, &FieldView::edited);
        column->addWidget(view);
        m_children << view;
    }
    m_layout->addWidget(m_inside);
    m_inside->show();
}

FieldView *FieldView::find(const std::string &path)
{
    if (path != m_row.path && !path.starts_with(m_row.path + '/'))
        return nullptr;
    for (FieldView *child : m_children) {
        if (FieldView *found = child->find(path))
            return found;
    }
    return this;
}

void FieldView::focusEditor()
{
    if (QWidget *editor = editorWidget())
        editor->setFocus(Qt::OtherFocusReason);
}

void FieldView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *reset = menu.addAction(icon(QStringLiteral("rotate-ccw")), tr("Reset to default"), this,
                                    [this] { apply([this] { return m_context.model.reset(m_row); }); });
    reset->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Backspace));
    reset->setEnabled(m_row.canReset);
    if (m_row.isItem()) {
        menu.addAction(icon(QStringLiteral("arrow-up")), tr("Move up"), this,
                       [this] { apply([this] { return m_context.model.moveItem(m_row, m_row.index - 1); }); })
            ->setEnabled(m_row.index > 0);
        menu.addAction(icon(QStringLiteral("arrow-down")), tr("Move down"), this,
                       [this] { apply([this] { return m_context.model.moveItem(m_row, m_row.index + 1); }); })
            ->setEnabled(m_row.index + 1 < m_row.count);
        menu.addAction(icon(QStringLiteral("trash-2")), tr("Remove"), this,
                       [this] { apply([this] { return m_context.model.removeItem(m_row); }); });
    }
    menu.exec(event->globalPos());
    event->accept();
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/field_group.h"

#include <algorithm>

#include <QToolButton>
#include <QVBoxLayout>

#include "designer/inspector/field_words.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

FieldGroup::FieldGroup(FieldContext &context, const QString &title, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_heading(new QToolButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::xs);
    column->setSpacing(0);
    m_heading->setObjectName(QStringLiteral("groupHeading"));
    m_heading->setText(title);
    m_heading->setToolTip(help);
    m_heading->setAccessibleName(title);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIconSize({14, 14});
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_heading->setMinimumHeight(size::treeRow);
    setRole(m_heading, QStringLiteral("group"));
    connect(m_heading, &QToolButton::clicked, this, [this] {
        setOpen(!m_open);
        Q_EMIT folded(m_open);
    });
    column->addWidget(m_heading);
}

void FieldGroup::setOpen(bool open)
{
    if (m_open != open || m_heading->icon().isNull())
        m_heading->setIcon(icon(open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    m_open = open;
    if (open && !m_body)
        build();
    if (m_body)
        m_body->setVisible(open);
}

void FieldGroup::build()
{
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const FieldRow &row : m_rows) {
        auto *view = new FieldView(m_context, row, 0, m_body);
        connect(view, &FieldView::edited, this, &FieldGroup::edited);
        column->addWidget(view);
        m_views << view;
    }
    layout()->addWidget(m_body);
}

void FieldGroup::setRows(std::vector<FieldRow> rows, bool open)
{
    const bool same =
        m_body &&
        std::ranges::equal(rows, m_views, {}, &FieldRow::path, [](const FieldView *v) { return v->row().path; }) &&
        std::ranges::equal(rows, m_views, {}, &FieldRow::space, [](const FieldView *v) { return v->row().space; });
    m_rows = std::move(rows);
    if (same) {
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_views.at(static_cast<qsizetype>(i))->setRow(m_rows[i]);
    } else if (m_body) {
        m_body->hide();
        m_body->deleteLater();
        m_body = nullptr;
        m_views.clear();
    }
    setOpen(open);
}

FieldView *FieldGroup::find(const std::string &path) const
{
    for (FieldView *view : m_views) {
        if (FieldView *found = view->find(path))
            return found;
    }
    return nullptr;
}

} // namespace tessera::designer

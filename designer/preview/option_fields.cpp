// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include "designer/preview/control_field.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

using model::Value;
using model::query::ControlValue;

namespace {

constexpr int mostShown = 500; // members in a panel; the rest is found by typing

// One or several members out of a list, with a search field above them.
class ListField : public ControlField
{
public:
    explicit ListField(QWidget *parent) : ControlField(parent), m_button(new PopupButton(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_button);
        keepFocusHere(m_button);
        m_button->setContent([this](QWidget *panel) { return makePanel(panel); });
    }

    void show(const ControlState &state) override
    {
        m_state = state;
        const QStringList &chosen = state.look.selected;
        QString words = chosen.join(QStringLiteral(", "));
        if (chosen.isEmpty())
            words = state.look.multiple ? tr("All") : tr("Select a value");
        else if (chosen.size() > 3)
            words = tr("%1 values").arg(chosen.size());
        if (state.look.exclude && !chosen.isEmpty())
            words = tr("Not %1").arg(words);
        m_button->setText(words);
        m_button->setAccessibleName(state.look.label + u": "_qs + words);
    }

private:
    QWidget *makePanel(QWidget *parent)
    {
        auto *box = new QWidget(parent);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        auto *search = new QLineEdit(box);
        search->setObjectName(QStringLiteral("controlSearch"));
        search->setPlaceholderText(tr("Search"));
        search->setAccessibleName(tr("Search the values"));
        search->setClearButtonEnabled(true);
        auto *list = new QListWidget(box);
        list->setObjectName(QStringLiteral("controlValues"));
        list->setAccessibleName(m_state.look.label);
        list->setUniformItemSizes(true);
        list->setMinimumHeight(qBound(60, static_cast<int>(m_state.options.size()) * 28 + 6, 260));
        column->addWidget(search);
        column->addWidget(list);
        auto *all = new QPushButton(m_state.look.multiple ? tr("Select all") : tr("Clear"), box);
        all->setObjectName(QStringLiteral("controlClear"));
        column->addWidget(all);
        fill(list, {});
        connect(search, &QLineEdit::textChanged, list, [this, list](const QString &text) { fill(list, text); });
        connect(search, &QLineEdit::returnPressed, list, [list] {
            list->setCurrentRow(0);
            list->setFocus();
        });
        connect(list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { pick(item); });
        auto *enter = new QShortcut(QKeySequence(Qt::Key_Return), list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, [this, list] {
            if (list->currentItem())
                pick(list->currentItem());
        });
        connect(all, &QPushButton::clicked, this, [this] {
            choose({});
            m_button->close();
        });
        box->setFocusProxy(search);
        return box;
    }

    void fill(QListWidget *list, const QString &part)
    {
        list->clear();
        for (std::size_t i = 0; i < m_state.options.size() && list->count() < mostShown; ++i) {
            const ControlOption &option = m_state.options[i];
            if (!part.isEmpty() && !option.label.contains(part, Qt::CaseInsensitive))
                continue;
            auto *item = new QListWidgetItem(option.label, list);
            item->setData(Qt::UserRole, static_cast<int>(i));
            if (option.count >= 0)
                item->setToolTip(tr("%1 rows").arg(option.count));
            if (m_state.look.multiple)
                item->setCheckState(m_state.look.selected.contains(option.label) ? Qt::Checked : Qt::Unchecked);
            else
                item->setSelected(m_state.look.selected.contains(option.label));
        }
        if (m_state.options.empty())
            new QListWidgetItem(tr("No values"), list);
    }

    void pick(QListWidgetItem *item)
    {
        const QVariant index = item->data(Qt::UserRole);
        if (!index.isValid())
            return;
        const ControlOption option = m_state.options[static_cast<std::size_t>(index.toInt())];
        if (!m_state.look.multiple) {
            m_button->close();
            ControlValue one;
            one.values = {option.value};
            choose(std::move(one));
            return;
        }
        const bool on = !m_state.look.selected.contains(option.label);
        if (on)
            m_state.look.selected << option.label;
        else
            m_state.look.selected.removeAll(option.label);
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
        ControlValue value;
        for (const ControlOption &other : m_state.options) {
            if (m_state.look.selected.contains(other.label))
                value.values.push_back(other.value);
        }
        choose(std::move(value));
    }

    PopupButton *m_button;
    ControlState m_state;
};

// One out of a few, side by side. Choosing the chosen one again takes it back.
class SegmentField : public ControlField
{
public:
    explicit SegmentField(bool several, QWidget *parent)
        : ControlField(parent)
        , m_several(several)
        , m_row(new QHBoxLayout(this))
    {
        m_row->setContentsMargins(0, 0, 0, 0);
        m_row->setSpacing(0);
        setProperty("segments", true);
    }

    void show(const ControlState &state) override
    {
        QStringList labels;
        for (const ControlOption &option : state.options)
            labels << option.label;
        if (labels != m_labels)
            build(state);
        m_state = state;
        for (int i = 0; i < m_buttons.size(); ++i) {
            const QSignalBlocker quiet(m_buttons.at(i));
            const bool all = m_several && state.look.selected.isEmpty();
            m_buttons.at(i)->setChecked(all || state.look.selected.contains(m_labels.at(i)));
        }
    }

private:
    void build(const ControlState &state)
    {
        qDeleteAll(m_buttons);
        m_buttons.clear();
        m_labels.clear();
        for (const ControlOption &option : state.options) {
            if (m_buttons.size() == 12)
                break;
            auto *button = new QToolButton(this);
            button->setText(option.label);
            button->setCheckable(true);
            button->setProperty("segment", true);
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            button->setMinimumWidth(24);
            button->setMinimumHeight(24);
            button->setAccessibleName(state.look.label + u": "_qs + option.label);
            const int index = static_cast<int>(m_buttons.size());
            connect(button, &QToolButton::clicked, this, [this, index](bool on) { pick(index, on); });
            m_row->addWidget(button);
            m_buttons << button;
            m_labels << option.label;
        }
        setAttribute(Qt::WA_StyledBackground, !m_buttons.isEmpty()); // nothing to choose from has no track
        if (!m_buttons.isEmpty())
            setFocusProxy(m_buttons.first());
    }

    void pick(int index, bool on)
    {
        ControlValue value;
        if (!m_several) {
            if (on)
                value.values = {m_state.options[static_cast<std::size_t>(index)].value};
            choose(std::move(value));
            return;
        }
        for (int i = 0; i < m_buttons.size(); ++i) {
            if (m_buttons.at(i)->isChecked())
                value.values.push_back(m_state.options[static_cast<std::size_t>(i)].value);
        }
        if (static_cast<qsizetype>(value.values.size()) == m_buttons.size())
            value.values.clear(); // all of them: no filter
        choose(std::move(value));
    }

    bool m_several;
    QHBoxLayout *m_row;
    QList<QToolButton *> m_buttons;
    QStringList m_labels;
    ControlState m_state;
};

// The level a chart is drilled to.
class DrillField : public ControlField
{
public:
    explicit DrillField(QWidget *parent) : ControlField(parent), m_box(new QComboBox(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_box);
        m_box->setMinimumHeight(30);
        keepFocusHere(m_box);
        connect(m_box, &QComboBox::activated, this, [this](int index) {
            chooseOne(index <= 0 ? Value() : Value(m_ids[static_cast<std::size_t>(index - 1)]));
        });
    }

    void show(const ControlState &state) override
    {
        m_ids = state.look.categories;
        m_box->clear();
        m_box->addItem(tr("Drill down by"));
        for (const QString &option : state.look.options)
            m_box->addItem(option);
        m_box->setAccessibleName(state.look.label);
        const std::string held = state.held && !state.held->values.empty() && state.held->values.front().isText()
                                     ? state.held->values.front().text()
                                     : state.look.value.toStdString();
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (m_ids[i] == held)
                m_box->setCurrentIndex(static_cast<int>(i) + 1);
        }
    }

private:
    QComboBox *m_box;
    std::vector<std::string> m_ids;
};

} // namespace

ControlField *makeListField(QWidget *parent)
{
    return new ListField(parent);
}

ControlField *makeSegmentField(QWidget *parent)
{
    return new SegmentField(false, parent);
}

ControlField *makeLegendField(QWidget *parent)
{
    return new SegmentField(true, parent);
}

ControlField *makeDrillField(QWidget *parent)
{
    return new DrillField(parent);
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "designer/preview/control_field.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::Value;
using model::query::ControlValue;

namespace {

constexpr int mostShown = 2000; // members in a tree

// The steps of a member, outermost first. A column of arrays has them as they are; a plain text is one step.
std::vector<std::string> stepsOf(const Value &value)
{
    std::vector<std::string> steps;
    if (value.isVariant() && value.variant().is_array()) {
        for (const model::Json &step : value.variant())
            steps.push_back(step.is_string() ? step.get<std::string>() : step.dump());
    } else if (!value.isNull()) {
        steps.push_back(model::plainText(value));
    }
    return steps;
}

Value pathValue(const std::vector<std::string> &steps)
{
    model::Json path = model::Json::array();
    for (const std::string &step : steps)
        path.push_back(step);
    return Value(path);
}

bool startsWith(const std::vector<std::string> &path, const std::vector<std::string> &start)
{
    return path.size() >= start.size() && std::equal(start.begin(), start.end(), path.begin());
}

// Members of a hierarchy as a tree with check boxes; checking a branch stands for all below it.
class HierarchyField : public ControlField
{
public:
    explicit HierarchyField(QWidget *parent) : ControlField(parent), m_button(new PopupButton(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_button);
        keepFocusHere(m_button);
        m_button->setIcon(icon(QStringLiteral("list-tree")));
        m_button->setContent([this](QWidget *panel) { return makePanel(panel); });
    }

    void show(const ControlState &state) override
    {
        m_state = state;
        m_chosen.clear();
        if (state.held) {
            for (const Value &value : state.held->values)
                m_chosen.push_back(stepsOf(value));
        } else {
            for (const QString &words : state.look.selected) {
                std::vector<std::string> steps;
                for (const QString &step : words.split(QStringLiteral(" › ")))
                    steps.push_back(model::toUtf8(step));
                m_chosen.push_back(std::move(steps));
            }
        }
        showWords();
    }

private:
    void showWords()
    {
        QStringList words;
        for (const auto &path : m_chosen) {
            QStringList steps;
            for (const std::string &step : path)
                steps << model::toQString(step);
            words << steps.join(QStringLiteral(" › "));
        }
        QString text = words.isEmpty()    ? tr("All")
                       : words.size() > 3 ? tr("%1 values").arg(words.size())
                                          : words.join(QStringLiteral(", "));
        if (m_state.look.exclude && !words.isEmpty())
            text = tr("Not %1").arg(text);
        m_button->setText(text);
        m_button->setAccessibleName(m_state.look.label + u": "_qs + text);
    }

    QWidget *makePanel(QWidget *parent)
    {
        auto *box = new QWidget(parent);
        auto *column = new QVBoxLayout(box);
        column->setContentsMargins(0, 0, 0, 0);
        auto *tree = new QTreeWidget(box);
        tree->setObjectName(QStringLiteral("controlTree"));
        tree->setAccessibleName(m_state.look.label);
        tree->setHeaderHidden(true);
        tree->setMinimumSize(240, 220);
        fill(tree);
        auto *all = new QPushButton(tr("Select all"), box);
        all->setObjectName(QStringLiteral("controlClear"));
        column->addWidget(tree);
        column->addWidget(all);
        connect(tree, &QTreeWidget::itemChanged, this, [this, tree](QTreeWidgetItem *item) { check(tree, item); });
        connect(all, &QPushButton::clicked, this, [this] {
            m_chosen.clear();
            m_button->close();
            choose({});
        });
        box->setFocusProxy(tree);
        return box;
    }

    void fill(QTreeWidget *tree)
    {
        for (const ControlOption &option : m_state.options)
            insert(tree, stepsOf(option.value));
        for (const auto &path : m_chosen)
            insert(tree, path); // held, although no row has it
        if (tree->topLevelItemCount() == 0)
            new QTreeWidgetItem(tree, {tr("No values")});
        else
            tree->expandToDepth(0);
        mark(tree, tree->invisibleRootItem(), {}, false);
    }

    void insert(QTreeWidget *tree, const std::vector<std::string> &path)
    {
        QTreeWidgetItem *at = tree->invisibleRootItem();
        for (const std::string &step : path) {
            const QString words = model::toQString(step);
            QTreeWidgetItem *next = nullptr;
            for (int i = 0; i < at->childCount() && !next; ++i)
                next = at->child(i)->text(0) == words ? at->child(i) : nullptr;
            if (!next) {
                if (++m_count > mostShown)
                    return;
                next = new QTreeWidgetItem(at, {words});
            }
            at = next;
        }
    }

    // Shows what is chosen: a chosen branch with all below it, and a part of it as a dash.
    bool mark(QTreeWidget *tree, QTreeWidgetItem *item, const std::vector<std::string> &path, bool inside)
    {
        const QSignalBlocker quiet(tree);
        const bool chosen = inside || std::find(m_chosen.begin(), m_chosen.end(), path) != m_chosen.end();
        bool some = chosen && !path.empty();
        for (int i = 0; i < item->childCount(); ++i) {
            auto below = path;
            below.push_back(model::toUtf8(item->child(i)->text(0)));
            some = mark(tree, item->child(i), below, chosen && !path.empty()) || some;
        }
        if (!path.empty() && !m_state.options.empty())
            item->setCheckState(0, chosen ? Qt::Checked : some ? Qt::PartiallyChecked : Qt::Unchecked);
        return some;
    }

    // A chosen branch out of which a part is taken: what remains are the others on the way down to that part.
    void splitAbove(QTreeWidget *tree, const std::vector<std::string> &path)
    {
        const auto above = std::find_if(m_chosen.begin(), m_chosen.end(), [&](const auto &other) {
            return other.size() < path.size() && startsWith(path, other);
        });
        if (above == m_chosen.end())
            return;
        const std::size_t from = above->size();
        QTreeWidgetItem *at = tree->invisibleRootItem();
        std::vector<std::string> here;
        for (std::size_t level = 0; level < path.size(); ++level) {
            QTreeWidgetItem *next = nullptr;
            for (int i = 0; i < at->childCount(); ++i) {
                const std::string step = model::toUtf8(at->child(i)->text(0));
                auto other = here;
                other.push_back(step);
                if (step == path[level])
                    next = at->child(i);
                else if (level >= from)
                    m_chosen.push_back(std::move(other));
            }
            here.push_back(path[level]);
            if (!(at = next))
                break;
        }
    }

    void check(QTreeWidget *tree, QTreeWidgetItem *item)
    {
        std::vector<std::string> path;
        for (QTreeWidgetItem *up = item; up; up = up->parent())
            path.insert(path.begin(), model::toUtf8(up->text(0)));
        const bool on = item->checkState(0) == Qt::Checked;
        if (!on)
            splitAbove(tree, path);
        std::erase_if(m_chosen, [&](const auto &other) { return startsWith(other, path) || startsWith(path, other); });
        if (on)
            m_chosen.push_back(path);
        mark(tree, tree->invisibleRootItem(), {}, false);
        showWords();
        ControlValue value;
        for (const auto &chosen : m_chosen)
            value.values.push_back(pathValue(chosen));
        choose(std::move(value));
    }

    PopupButton *m_button;
    ControlState m_state;
    std::vector<std::vector<std::string>> m_chosen; // paths
    int m_count = 0;
};

// Takes a file by the dialog or dropped on it, and holds its name: its content goes nowhere before Sigma.
class FileField : public ControlField
{
public:
    explicit FileField(QWidget *parent)
        : ControlField(parent)
        , m_button(new QPushButton(this))
        , m_clear(new QPushButton(tr("Clear"), this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space::xs);
        row->addWidget(m_button, 1);
        row->addWidget(m_clear);
        m_button->setObjectName(QStringLiteral("chooseFile"));
        m_button->setIcon(icon(QStringLiteral("upload")));
        m_clear->setObjectName(QStringLiteral("clearFile"));
        setAcceptDrops(true);
        keepFocusHere(m_button);
        connect(m_button, &QPushButton::clicked, this, [this] {
            auto *dialog = new QFileDialog(window(), tr("Choose a file"));
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QFileDialog::fileSelected, this, &FileField::take);
            dialog->open();
        });
        connect(m_clear, &QPushButton::clicked, this, [this] { chooseOne({}); });
    }

    void show(const ControlState &state) override
    {
        const QString name =
            state.held && !state.held->values.empty() ? controlWords(state.held->values.front()) : QString();
        m_button->setText(name.isEmpty() ? tr("Drop a file or browse") : name);
        m_button->setAccessibleName(name.isEmpty() ? state.look.label : state.look.label + u": "_qs + name);
        m_button->setToolTip(tr("The file is uploaded in Sigma; here its name is kept."));
        m_clear->setVisible(!name.isEmpty());
    }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        if (event->mimeData()->hasUrls())
            event->acceptProposedAction();
    }
    void dropEvent(QDropEvent *event) override
    {
        if (!event->mimeData()->urls().isEmpty())
            take(event->mimeData()->urls().first().toLocalFile());
    }

private:
    void take(const QString &path) { chooseOne(Value(model::toUtf8(QFileInfo(path).fileName()))); }

    QPushButton *m_button, *m_clear;
};

} // namespace

ControlField *makeHierarchyField(QWidget *parent)
{
    return new HierarchyField(parent);
}

ControlField *makeFileField(QWidget *parent)
{
    return new FileField(parent);
}

} // namespace tessera::designer

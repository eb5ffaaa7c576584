// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

#include "designer/preview/control_field.h"
#include "designer/preview/preview_actions.h"
#include "model/workbook/look/content_look.h"

class QLabel;

namespace tessera::designer {

// The fields of a form in use: they scroll where there are more than fit, keep what is entered, and say what is
// missing.
class PreviewForm : public QScrollArea, public FormValues
{
    Q_OBJECT

public:
    PreviewForm(model::FormLook look, QWidget *parent);

    const model::FormLook &look() const { return m_look; }
    model::Value fieldValue(const std::string &fieldId) const override;
    void setFieldValue(const std::string &fieldId, const model::Value &value) override;
    void reset() override; // as the workbook says
    // Whether every required field is filled in; else the first that is not gets the focus, and all say so.
    bool complete();
    ControlField *field(const std::string &fieldId) const;

private:
    struct Entry
    {
        model::FormLook::Field look;
        ControlField *field = nullptr;
        QLabel *problem = nullptr;
        model::Value value;
    };
    void add(const model::FormLook::Field &look, class QVBoxLayout *column);
    void show(Entry &entry);
    Entry *find(const std::string &fieldId);

    model::FormLook m_look;
    std::vector<Entry> m_entries;
};

} // namespace tessera::designer

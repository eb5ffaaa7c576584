// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QString>

#include "model/base/json.h"

namespace tessera::adapters {

// What one step rewrote, and where within the body.
struct ModernizeNote
{
    const char *step; // "channel-pointers", "alignment-names", "action-ids", "background-image", "maps-to-lists"
    std::string path;
    QString message;
};

using ModernizeNotes = std::vector<ModernizeNote>;

// Each step rewrites one older form and says where it did; a body without that form stays untouched.
void modernizeChannelPointers(model::Json &body, ModernizeNotes &notes); // color: {id: c} -> {columnId: c}
void modernizeAlignment(model::Json &body, std::string_view kind, ModernizeNotes &notes); // start, middle, end
void modernizeBackgroundImage(model::Json &body, ModernizeNotes &notes); // {url} -> {source: {kind: url, url}}
void modernizeMaps(model::Json &body, std::string_view kind, ModernizeNotes &notes);      // series styles, page labels
void modernizeActions(model::Json &node, const std::string &path, ModernizeNotes &notes); // table -> tableElementId ...
void modernizeColorOverrides(model::Json &theme, const std::string &path, ModernizeNotes &notes);

// All steps that apply to the body of an element (or page, overlay, panel), or to a key of the content.
ModernizeNotes modernizeBody(model::Json &body, std::string_view kind, bool element);
ModernizeNotes modernizeContents(model::Json &value, std::string_view key);

// Renames a key in place, keeping its position. False when it is missing or the new one is taken.
bool renameKey(model::Json &object, std::string_view from, std::string_view to);

} // namespace tessera::adapters

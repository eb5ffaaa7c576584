// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "adapters/codec/workbook_file.h"

namespace tessera::adapters {

// A value on its way to a file, together with the node of the old file it comes from. A `Value` is compared with that
// node when it is written; Object and Array list parts that have origins of their own, perhaps elsewhere in the file.
struct Piece
{
    enum class Kind
    {
        Value,
        Object,
        Array,
    };
    Kind kind = Kind::Value;
    const model::Json *value = nullptr; // of a Value; owned by the workbook, the source document or `owned`
    std::shared_ptr<const model::Json> owned;
    int origin = -1; // node of the old file, -1: new
    struct Member;
    std::vector<Member> members;
    std::vector<Piece> items;

    static Piece of(const model::Json &value, int origin = -1);
    static Piece make(model::Json value, int origin = -1);
    static Piece object(int origin = -1);
    static Piece array(int origin = -1);

    Piece *member(std::string_view key);
};

struct Piece::Member
{
    Member(std::string key, Piece piece) : first(std::move(key)), second(std::move(piece)) {}
    std::string first;
    Piece second;
};

model::Json toJson(const Piece &piece);

struct WireRequest
{
    Envelope envelope = Envelope::Contents;
    // The file the workbook came from: gives origins. Null: everything is new.
    const LoadedWorkbook *original = nullptr;
    // Keep the old file's own arrangement (elements nested in pages, dialogs among the pages) instead of the
    // envelope's.
    bool keepShape = false;
    std::string layout; // layout text to write; see layoutTextFor
};

// The whole file's content. Errors: Conflict, see saveWorkbook.
model::Result<Piece> buildWire(const model::Workbook &workbook, const WireRequest &request);

// The layout text for a target: the old text where it still says the same, else the old text with the changes in it.
std::string layoutTextFor(const model::Workbook &workbook, const LoadedWorkbook *original, bool legacyTags,
                          bool keepTags);

} // namespace tessera::adapters

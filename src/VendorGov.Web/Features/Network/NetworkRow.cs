using VendorGov.Documents.Reading;
using VendorGov.Web.Shared;

namespace VendorGov.Web.Features.Network;

/// <summary>Something that keeps a network file from being applied: where it stands, what stands there, what to do.</summary>
public sealed record NetworkProblem(string Sheet, int Row, string Column, string Value, string WhatToDo);

/// <summary>One row of a network sheet; what cannot be read becomes a problem.</summary>
internal sealed class NetworkRow(NetworkSheet sheet, TabularRow row, IReadOnlyDictionary<string, int> columns, List<NetworkProblem> problems, Text text)
{
    public NetworkSheet Sheet { get; } = sheet;

    public int Number => row.Number;

    public string Of(string key) => columns.TryGetValue(key, out var column) ? row[column].Text.Trim() : "";

    /// <summary>Text of a required column, within a length; empty with a problem otherwise.</summary>
    public string Demand(string key, int longest)
    {
        var value = Of(key);
        if (value.Length == 0)
        {
            Problem(key, "network.problem.missing");
        }
        else if (value.Length > longest)
        {
            Problem(key, "network.problem.long", longest);
        }

        return value;
    }

    public string? Optional(string key, int longest)
    {
        var value = Of(key);
        if (value.Length > longest)
        {
            Problem(key, "network.problem.long", longest);
        }

        return value.Length == 0 ? null : value;
    }

    public DateOnly? Date(string key)
    {
        if (Of(key).Length == 0)
        {
            return null;
        }

        if (row[columns[key]].AsDate() is { } date)
        {
            return DateOnly.FromDateTime(date);
        }

        Problem(key, "network.problem.date");
        return null;
    }

    public decimal Amount(string key)
    {
        if (Of(key).Length > 0 && row[columns[key]].AsNumber() is { } number and >= 0)
        {
            return number;
        }

        Problem(key, "network.problem.number");
        return 0;
    }

    /// <summary>Blank is yes.</summary>
    public bool Flag(string key)
    {
        switch (Of(key).ToLowerInvariant())
        {
            case "" or "是" or "yes" or "y" or "true" or "1":
                return true;
            case "否" or "no" or "n" or "false" or "0":
                return false;
            default:
                Problem(key, "network.problem.flag");
                return true;
        }
    }

    public string[] List(string key) =>
        Of(key).Split([';', '；', ',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public void Problem(string key, string what, params object?[] arguments)
    {
        var column = Sheet.Columns.FirstOrDefault(c => c.Key == key);
        problems.Add(new NetworkProblem(
            Sheet.Name(text), Number, column is null ? "" : text.Pick(column.Zh, column.En), Of(key), text[what, arguments]));
    }
}

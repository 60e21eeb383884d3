using System.Collections.Immutable;
using ChatSupport.Desk.Language;
using NodaTime;
using NodaTime.Text;

namespace ChatSupport.Desk.Declarations;

/// <summary>When something happened: ISO 8601 with an offset, or a date and time without. Stored as a UTC instant.</summary>
internal sealed class InstantField(string key) : Field(key, FieldKind.Instant, maxLength: 40)
{
    /// <summary>A client's clock may run a little ahead of ours.</summary>
    private static readonly Duration Ahead = Duration.FromMinutes(5);
    private static readonly Duration Recent = Duration.FromDays(30);

    private static readonly ImmutableArray<OffsetDateTimePattern> WithOffset =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<G>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<G>"),
    ];

    private static readonly ImmutableArray<LocalDateTimePattern> WithoutOffset =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("dd'/'MM'/'uuuu'T'HH':'mm"),
    ];

    private protected override Finding Interpret(string text, DeclarationContext context)
    {
        if (Parse(text.ToUpperInvariant().Replace(' ', 'T'), context.Zone) is not { } instant)
            return Finding.Wrong("NotADate");
        if (instant - context.Now > Ahead)
            return Finding.Wrong("InTheFuture", instant);

        return Finding.Good(InstantPattern.ExtendedIso.Format(instant)) with
        {
            Warning = context.Now - instant > Recent ? DeskText.Say("Answers.LongAgo", instant) : null,
        };
    }

    private static Instant? Parse(string text, DateTimeZone zone)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text).TryGetValue(default, out var moment) && IsPlausible(moment.LocalDateTime))
                return moment.ToInstant();
        }

        foreach (var pattern in WithoutOffset)
        {
            // An hour that the clocks skipped or repeated when they changed is read, not disputed.
            if (pattern.Parse(text).TryGetValue(default, out var local) && IsPlausible(local))
                return local.InZoneLeniently(zone).ToInstant();
        }

        return null;
    }

    private static bool IsPlausible(LocalDateTime local) => local.Year is >= 2000 and < 3000;
}

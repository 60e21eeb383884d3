using ChatSupport.Bot.Dialogs;
using ChatSupport.Bot.Portal.Declaring;
using ChatSupport.Bot.Portal.Tickets;
using ChatSupport.Desk;
using ChatSupport.Desk.Clock;
using ChatSupport.Desk.People;
using ChatSupport.Desk.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChatSupport.Bot.Portal.Chat;

/// <summary>The chat: one page, and one way to say something on it, whether typed, chosen or filled in.</summary>
internal static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder portal)
    {
        portal.MapGet("", Show);
        portal.MapPost("", Say);
    }

    private static async Task<IResult> Show(Visitor me, ChatRoom room, Store store, ServiceDesk desk, LiveDirectory directory, DeskClock clock, long? before)
    {
        var lines = await room.Read(me.Person, before ?? long.MaxValue);
        var tickets = await Sheets.OfReplies(store, me.Actor, lines.Select(line => line.Reply));
        var open = await Sheets.Open(store, me.Actor, ChatPage.MostBeside);
        var news = before is null ? await News.Since(lines, tickets, me, desk) : [];
        return new RazorComponentResult<ChatPage>(new
        {
            Lines = lines,
            Tickets = tickets,
            News = news,
            NameOf = (Func<string, string>)directory.Current.NameOf,
            Open = open,
            Now = clock.Now,
            IsEarlier = before is not null,
        });
    }

    private static async Task<IResult> Say(Visitor me, ChatRoom room, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (Once.Read(form) is not { } delivery)
            return NoticePage.Of(StatusCodes.Status400BadRequest, "FormExpired");
        if (form["text"].ToString().Length > ChatRoom.LongestWords)
            return NoticePage.Of(StatusCodes.Status413PayloadTooLarge, "WordsTooLong");
        if (Said(form) is { } said)
            await room.Say(me.Person, delivery, said);
        return Results.LocalRedirect("~/portal");
    }

    /// <summary>Null when there is nothing in it.</summary>
    private static Input? Said(IFormCollection form)
    {
        if (form["form"].ToString() is { Length: > 0 } id)
            return new Input.Filled(id, Posted.Answers(form));
        if (form["choice"].ToString() is { Length: > 0 } choice)
            return new Input.Chosen(choice);
        return form["text"].ToString().Trim() is { Length: > 0 } text ? new Input.Words(text) : null;
    }
}

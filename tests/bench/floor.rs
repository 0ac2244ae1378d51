//! The least that our stack can do: what the figures of `make bench` stand beside.
//! `floor PORT` answers `/` with nothing, `POST /graphql` with a schema of one field, and says
//! to every socket on `GET /ws` what is posted to `/tell`.
use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};
use futures_util::{SinkExt, StreamExt};
use poem::listener::TcpListener;
use poem::web::websocket::{Message, WebSocket};
use poem::web::{Data, Json};
use poem::{EndpointExt, IntoResponse, Route, Server, get, handler, post};
use tokio::sync::broadcast;

struct Query;

#[Object]
impl Query {
    async fn hello(&self) -> &'static str {
        "hello"
    }
}

type Hello = Schema<Query, EmptyMutation, EmptySubscription>;
type Tell = broadcast::Sender<String>;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).unwrap_or("8090".to_owned());
    let schema = Schema::build(Query, EmptyMutation, EmptySubscription)
        .limit_depth(12)
        .limit_complexity(400)
        .finish();
    let routes = Route::new()
        .at("/", get(nothing).post(nothing))
        .at("/graphql", post(graphql))
        .at("/tell", post(announce))
        .at("/ws", get(listen))
        .data(schema)
        .data(Tell::new(256));
    Server::new(TcpListener::bind(format!("127.0.0.1:{port}")))
        .run(routes)
        .await
}

#[handler]
async fn nothing() {}

#[handler]
async fn graphql(
    Data(schema): Data<&Hello>,
    Json(request): Json<async_graphql::Request>,
) -> impl IntoResponse + use<> {
    Json(schema.execute(request).await)
}

#[handler]
async fn announce(Data(tell): Data<&Tell>, words: String) {
    // Nobody listening is no mistake.
    let _ = tell.send(words);
}

#[handler]
async fn listen(Data(tell): Data<&Tell>, socket: WebSocket) -> impl IntoResponse + use<> {
    let mut told = tell.subscribe();
    socket.on_upgrade(move |stream| async move {
        let (mut sink, _stream) = stream.split();
        while let Ok(words) = told.recv().await {
            if sink.send(Message::text(words)).await.is_err() {
                break;
            }
        }
    })
}
